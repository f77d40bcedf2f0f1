/** A reason name of the platform with its meaning for people. */
export interface CancelReason {
  name: string;
  text: string;
}

const reason = (name: string, textOf: string): CancelReason => ({ name, text: textOf });
const OUT_OF_STOCK = "seller_cancel_reason_out_of_stock";

/** Reasons with which a seller may cancel a paid order that is not shipped, by region. */
export function sellerReasons(region: string): CancelReason[] {
  if (region === "GB")
    return [
      reason(`${OUT_OF_STOCK}_uk`, "Out of stock"),
      reason("seller_cancel_reason_wrong_price_uk", "Pricing error"),
      reason(
        "seller_cancel_paid_reason_address_not_deliver_uk",
        "Unable to deliver to the address",
      ),
    ];
  return [
    reason(OUT_OF_STOCK, "Out of stock"),
    reason("seller_cancel_reason_wrong_price", "Pricing error"),
    reason("seller_cancel_paid_reason_address_not_deliver", "Unable to deliver to the address"),
    reason("seller_cancel_paid_reason_buyer_requested_cancellation", "The buyer asked for it"),
  ];
}

/** Reasons with which a seller may cancel an unpaid order, where that is allowed at all. */
export function unpaidReasons(region: string): CancelReason[] {
  const suffix = region === "GB" ? "_uk" : "";
  return [
    "out_of_stock",
    "wrong_price",
    "buyer_hasnt_paid_within_time_allowed",
    "buyer_requested_cancellation",
  ].map((name) =>
    reason(`seller_cancel_unpaid_reason_${name}${suffix}`, name.replaceAll("_", " ")),
  );
}

/** Whether a reason allows to cancel a part of an order. */
export const allowsPart = (name: string): boolean => name.startsWith(OUT_OF_STOCK);

const REJECT = "order_manage_list_action_respond_popup_reject_reason_";

/** Reasons with which a seller may reject a buyer's request, by region. */
export function rejectReasons(region: string): CancelReason[] {
  const suffix = region === "GB" ? "_uk" : "";
  if (region === "GB" || region === "US")
    return [
      reason(`${REJECT}invalid_cancellation_reason${suffix}`, "The reason is not valid"),
      reason(`${REJECT}delivered${suffix}`, "The order is on its way"),
      reason(`${REJECT}buyer_agree${suffix}`, "The buyer agreed to keep the order"),
      reason("seller_reject_apply_product_has_been_packed", "The product has been packed"),
    ];
  return [
    reason("ecom_refund_reject_reason_cancel_unacceptable_uk", "The reason is not acceptable"),
    reason("ecom_reverse_reject_cancel_reason_product_packed", "The product has been packed"),
  ];
}
