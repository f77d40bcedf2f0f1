/** A reason name of the platform with its meaning for people. */
export interface CancelReason {
  name: string;
  text: string;
}

/** The reasons a seller may name in one market. */
export interface CancelReasons {
  /** For a paid order that is not shipped. */
  paid: readonly CancelReason[];
  /** For an unpaid order, where a seller may cancel one at all. */
  unpaid: readonly CancelReason[];
  /** For rejecting a buyer's request. */
  reject: readonly CancelReason[];
}

const OUT_OF_STOCK = "seller_cancel_reason_out_of_stock";

const outOfStock = (suffix: string): CancelReason => ({
  name: `${OUT_OF_STOCK}${suffix}`,
  text: "Out of stock",
});
const wrongPrice = (suffix: string): CancelReason => ({
  name: `seller_cancel_reason_wrong_price${suffix}`,
  text: "Pricing error",
});
const undeliverable = (name: string): CancelReason => ({
  name,
  text: "Unable to deliver to the address",
});
const NOT_DELIVERABLE = "seller_cancel_paid_reason_address_not_deliver";

const paidReasons = (suffix: string): CancelReason[] => [
  outOfStock(suffix),
  wrongPrice(suffix),
  undeliverable(`${NOT_DELIVERABLE}${suffix}`),
];

const BUYER_ASKED: CancelReason = {
  name: "seller_cancel_paid_reason_buyer_requested_cancellation",
  text: "The buyer asked for it",
};

const unpaidReasons = (suffix: string): CancelReason[] =>
  [
    "out_of_stock",
    "wrong_price",
    "buyer_hasnt_paid_within_time_allowed",
    "buyer_requested_cancellation",
  ].map((name) => ({
    name: `seller_cancel_unpaid_reason_${name}${suffix}`,
    text: name.replaceAll("_", " "),
  }));

const REJECT = "order_manage_list_action_respond_popup_reject_reason_";

const rejectReasons = (suffix: string): CancelReason[] => [
  { name: `${REJECT}invalid_cancellation_reason${suffix}`, text: "The reason is not valid" },
  { name: `${REJECT}delivered${suffix}`, text: "The order is on its way" },
  { name: `${REJECT}buyer_agree${suffix}`, text: "The buyer agreed to keep the order" },
  { name: "seller_reject_apply_product_has_been_packed", text: "The product has been packed" },
];

export const UK_REASONS: CancelReasons = {
  paid: paidReasons("_uk"),
  unpaid: unpaidReasons("_uk"),
  reject: rejectReasons("_uk"),
};

export const US_REASONS: CancelReasons = {
  paid: [...paidReasons(""), BUYER_ASKED],
  unpaid: unpaidReasons(""),
  reject: rejectReasons(""),
};

/** Indonesia, Malaysia, Thailand and Vietnam. */
export const SEA_REASONS: CancelReasons = {
  paid: paidReasons(""),
  unpaid: unpaidReasons(""),
  reject: rejectReasons(""),
};

export const PH_REASONS: CancelReasons = { ...SEA_REASONS, paid: US_REASONS.paid };

export const SG_REASONS: CancelReasons = {
  ...SEA_REASONS,
  paid: [
    outOfStock(""),
    wrongPrice(""),
    undeliverable("seller_cancel_unable_to_deliver_to_buyer_address"),
  ],
};

export const JP_REASONS: CancelReasons = {
  ...US_REASONS,
  paid: [
    ...US_REASONS.paid,
    { name: "seller_cancel_order_reason_potential_fraud", text: "The order may be a fraud" },
  ],
};

/** Mexico and Brazil, where no price is an excuse. */
export const LATIN_REASONS: CancelReasons = {
  paid: [outOfStock(""), undeliverable(NOT_DELIVERABLE), BUYER_ASKED],
  unpaid: unpaidReasons(""),
  reject: [
    { name: "reverse_reject_request_reason_5", text: "The reason is not acceptable" },
    {
      name: "seller_reject_apply_unable_to_change_address",
      text: "The address cannot be changed",
    },
    { name: "seller_reject_apply_product_has_been_packed", text: "The product has been packed" },
  ],
};

/** The name of the first reject reason ends in `_uk` in the EU as well. */
export const EU_REASONS: CancelReasons = {
  paid: [...paidReasons(""), BUYER_ASKED],
  unpaid: unpaidReasons(""),
  reject: [
    {
      name: "ecom_refund_reject_reason_cancel_unacceptable_uk",
      text: "The reason is not acceptable",
    },
    {
      name: "ecom_reverse_reject_cancel_reason_product_packed",
      text: "The product has been packed",
    },
  ],
};

/** Whether a reason allows to cancel a part of an order. */
export const allowsPart = (name: string): boolean => name.startsWith(OUT_OF_STOCK);
