import { describe, expect, it } from "vitest";
import { readSubject, subjectsInBody, subjectsInPath } from "../../../src/domain/journal/subjects";

describe("what a call is about", () => {
  it.each([
    ["/product/202309/products/1729/inventory/update", ["listing:1729"]],
    ["/product/202309/products", []],
    ["/product/202309/products/activate", []],
    ["/fulfillment/202309/orders/576/packages", ["order:576"]],
    ["/api/orders/104", ["store-order:104"]],
    ["/api/order_histories", []],
  ])("is read from the path %s", (path, subjects) => {
    expect(subjectsInPath(path)).toEqual(subjects);
  });

  it.each([
    ['{"orderId":"576","lines":[]}', ["order:576"]],
    ['{"order_id":"576"}', ["order:576"]],
    ['{"product_ids":["1729","1730"]}', ["listing:1729", "listing:1730"]],
    ["<order_history><id_order>104</id_order></order_history>", ["store-order:104"]],
    ["{}", []],
  ])("is read from the body %s", (body, subjects) => {
    expect(subjectsInBody(body)).toEqual(subjects);
  });

  it("is a kind that is known and an id", () => {
    expect(readSubject("store-order:7")).toEqual({ kind: "store-order", id: "7" });
    expect([readSubject("order:"), readSubject("buyer:7"), readSubject("7")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
