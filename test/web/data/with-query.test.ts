import { describe, expect, it } from "vitest";
import { readOrderFilter } from "../../../web/orders/order-filter";
import { readProductFilter } from "../../../web/catalogue/product-filter";
import { withQuery } from "../../../web/data/with-query";

describe("filters in the address", () => {
  it("survive the way into the address and back", () => {
    const filter = { tab: "sync_failed", search: "mug & co", category: "12" } as const;
    const url = new URL(withQuery("/x", filter), "http://local");
    expect(readProductFilter(Object.fromEntries(url.searchParams))).toEqual(filter);
  });

  it("leave the default tab and empty words out", () => {
    expect(withQuery("/x", { tab: "all", search: "", cursor: undefined })).toBe("/x");
  });

  it("read an unknown tab as all", () => {
    expect(readProductFilter({ tab: "nonsense" })).toEqual({ tab: "all" });
    expect(readOrderFilter({ tab: "cancelled", search: "577" })).toEqual({
      tab: "cancelled",
      search: "577",
    });
  });
});
