import { describe, expect, it } from "vitest";
import { brandOf } from "../../../web/listings/brands";

describe("the brand of a listing", () => {
  it("is one of the channel's; a name alone is no brand", () => {
    const brand = { id: "b1", name: "Harbour Mill" };
    expect(brandOf({ brand, attributes: { "7": [{ id: "c" }] } })).toEqual(brand);
    expect(brandOf({ brand: { name: "None" } })).toBeNull();
    expect(brandOf({})).toBeNull();
  });
});
