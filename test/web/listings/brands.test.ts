import { describe, expect, it } from "vitest";
import { brandOf, withBrand } from "../../../web/listings/brands";

describe("the brand of a listing", () => {
  it("is put into the details, replaced, and taken out again", () => {
    const details = { attributes: [{ id: "7", values: [{ id: "c" }] }] };
    const branded = withBrand(details, { id: "b1", name: "Harbour Mill" });
    expect(branded).toEqual({ ...details, brandId: "b1", brandName: "Harbour Mill" });
    expect(brandOf(branded)).toEqual({ id: "b1", name: "Harbour Mill" });
    expect(brandOf(withBrand(branded, { id: "b2", name: "Maple" }))?.id).toBe("b2");
    expect(withBrand(branded, null)).toEqual(details);
    expect(brandOf(details)).toBeNull();
  });
});
