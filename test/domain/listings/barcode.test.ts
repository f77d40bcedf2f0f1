import { describe, expect, it } from "vitest";
import { validBarcode } from "../../../src/domain/listings/barcode";

describe("a barcode", () => {
  it("counts only with a right check digit and a known length", () => {
    expect(validBarcode("4006381333931")).toBe("4006381333931");
    expect(validBarcode("036000291452")).toBe("036000291452");
    expect(validBarcode("4006381333932")).toBeUndefined();
    expect(validBarcode("12345")).toBeUndefined();
    expect(validBarcode("0000000000000")).toBeUndefined();
    expect(validBarcode(undefined)).toBeUndefined();
  });
});
