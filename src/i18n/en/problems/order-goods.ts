import type { ProblemWording } from "../../base/wording";
import { after } from "../facts";
import { ORDER_WAITS } from "./sentences";

/** Goods of an order that the store does not have any more. */
export const orderGoodsProblems = {
  "order.variant_gone": {
    what: (f) => `An item of this order no longer exists in PrestaShop${after(f, "skus")}.`,
    means: ORDER_WAITS,
    act: "Choose on the order's page what to send instead, make it again in PrestaShop with the same reference, or cancel the order in Seller Center.",
  },
  "order.variant_unknown": {
    what: "The chosen variant is not among the products that Weft knows.",
    means: ORDER_WAITS,
    act: "Pull the product, then choose it.",
  },
  "order.buyer_needed": {
    what: "This order has not ended, or its buyer is forgotten already.",
    means: "Nothing was changed.",
    act: "Wait until it is delivered or cancelled: until then its buyer's address is needed.",
  },
  "order.variant_closed": {
    what: "Nothing can be chosen for this order any more: it is in your store, or may be, or is cancelled.",
    means: "The order stays as it is.",
    act: "Look at the order again. A wrong item is changed in PrestaShop.",
  },
  "prestashop.order_incomplete": {
    what: (f) =>
      `Your store ended in the middle of an order${after(f, "orderId")}: it has ${f.foundUnits} of ${f.expectedUnits} units.`,
    means:
      "What is there lacks a state and something that the buyer paid for. In five minutes it is cancelled, and the order made anew.",
    act: "Nothing. Where it comes again and again, look in the store's error log for what ends its requests.",
  },
  "prestashop.product_missing": {
    what: (f) => `A product of this order no longer exists in PrestaShop${after(f, "productIds")}.`,
    means: ORDER_WAITS,
    act: "Choose on the order's page what to send instead, or restore the product in PrestaShop and try again.",
  },
} satisfies Record<string, ProblemWording>;
