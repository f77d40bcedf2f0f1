import { describe, expect, it } from "vitest";
import { DetailsPatch } from "../../src/contract/catalogue";

const proof = (day: string) => ({
  certificates: { "9": { files: [{ kind: "image", uri: "u" }], expiresAt: Date.parse(day) } },
});

describe("a change of details", () => {
  it.each([
    ["0002-05-31", false],
    ["1999-12-31", false],
    ["2000-01-01", true],
    ["2099-12-31", true],
    ["2100-01-01", false],
  ])("names a certificate's last day within reason: %s %s", (day, isTaken) => {
    expect(DetailsPatch.safeParse(proof(day)).success).toBe(isTaken);
  });
});
