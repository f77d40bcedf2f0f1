import { describe, expect, it } from "vitest";
import { imageKind } from "../../../src/domain/listings/image-kind";

describe("a picture", () => {
  it("is known by its first bytes only", () => {
    expect(imageKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))?.extension).toBe("jpg");
    expect(imageKind(new TextEncoder().encode("<html><body>"))).toBeUndefined();
    expect(imageKind(new TextEncoder().encode("GIF89a"))).toBeUndefined();
    expect(imageKind(new Uint8Array())).toBeUndefined();
  });
});
