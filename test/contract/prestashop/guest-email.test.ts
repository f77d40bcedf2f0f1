import { describe, expect, it } from "vitest";
import { guestEmail as simulatedGuest } from "../../../simulator/prestashop/module/calls/order-rows";
import { guestEmail } from "../../../src/platforms/prestashop/orders/guest-email";

describe("the made-up address of a guest", () => {
  it.each([
    ["576461", "order-576461@weft.invalid"],
    ["a-1-b", "order-a-1-b@weft.invalid"],
    ["A_1.b", "order-a-1-b-6cb5c790@weft.invalid"],
    ["a 1 b", "order-a-1-b-23c3af0d@weft.invalid"],
  ])("of %s is the same by either transport and no other order's", (id, email) => {
    expect(guestEmail(id)).toBe(email);
    expect(simulatedGuest(id)).toBe(email);
  });
});
