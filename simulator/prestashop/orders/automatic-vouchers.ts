// Vouchers without a code: a store puts each that is valid into every cart by itself.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { localTime, type Store } from "../store";
import type { CartTotal } from "./cart-total";

export interface AppliedVoucher {
  id: string;
  name: string;
  gross: number;
}

const isValid = (rule: Row, now: string): boolean =>
  valueOf(rule, "active") === "1" &&
  valueOf(rule, "code") === "" &&
  Number(valueOf(rule, "quantity")) > 0 &&
  valueOf(rule, "date_from") <= now &&
  now <= valueOf(rule, "date_to");

/** What the store's own vouchers take off a cart, tax included. */
export function automaticVouchers(store: Store, total: CartTotal): AppliedVoucher[] {
  const { productsGross, delivery } = total;
  const rules = store.tables.all("cart_rules").filter((rule) => isValid(rule, localTime(store)));
  const amount = (rule: Row, column: string) => Number(valueOf(rule, column));
  return rules.map((rule) => {
    const shipping = valueOf(rule, "free_shipping") === "1" ? delivery.costGross : 0;
    const off = (productsGross * amount(rule, "reduction_percent")) / 100;
    const gross = shipping + Math.min(productsGross, off + amount(rule, "reduction_amount"));
    return { id: rule.id, name: `Voucher ${rule.id}`, gross: Math.round(gross * 100) / 100 };
  });
}
