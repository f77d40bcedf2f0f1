import { describe, expect, it } from "vitest";
import { chooseCarrier } from "../../../src/platforms/prestashop/orders/order-address";

describe("the carrier of an order", () => {
  const carrier = (id: string, more: object = {}) => ({
    id,
    reference: id,
    name: id,
    isActive: true,
    isDeleted: false,
    isFree: false,
    isModule: false,
    ...more,
  });

  it("is the one wanted as it is after the merchant's last edit", () => {
    const edited = [carrier("2", { isDeleted: true }), carrier("9", { reference: "2" })];
    expect(chooseCarrier(edited, "2")).toBe("9");
    expect(() => chooseCarrier(edited, "3")).toThrow("prestashop.carrier_missing");
  });

  it("is a free one without a wish, never a switched-off one", () => {
    const offered = [
      carrier("1", { isFree: true, isActive: false }),
      carrier("2"),
      carrier("3", { isFree: true }),
    ];
    expect(chooseCarrier(offered)).toBe("3");
    expect(() => chooseCarrier([])).toThrow("prestashop.carrier_missing");
  });
});
