import { expect, it } from "vitest";
import { isStillOversold } from "../../../src/domain/orders/oversold";

it.each([
  [{ physical: 3, reserved: 0, published: 3 }, false],
  [{ physical: 3, reserved: 2, published: 1 }, false],
  [{ physical: 3, reserved: 2, published: 2 }, true],
  [{ physical: 0, reserved: 0, published: 1 }, true],
  [{ physical: -2, reserved: 0, published: 0 }, false],
  [{ physical: 0, reserved: 1, published: null }, false],
])("of %o buyers can order what the store does not have: %s", (stock, isOversold) => {
  expect(isStillOversold([stock])).toBe(isOversold);
});
