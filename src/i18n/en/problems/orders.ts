import type { Format } from "../../base/format";
import type { Facts } from "../../../domain/facts";
import type { ProblemWording } from "../../base/wording";
import { after, fact } from "../facts";
import { OURS } from "./first";
import { disagreement, ORDER_WAITS, TRY_LATER, WAITS } from "./sentences";

/** ": £9.90 instead of £9.99" */
function difference(facts: Facts, format: Format): string {
  const { expectedMinor, foundMinor } = facts;
  if (typeof expectedMinor !== "number" || typeof foundMinor !== "number") return "";
  const written = (minor: number) => format.money(minor, fact(facts, "currency"));
  return `: ${written(foundMinor)} instead of ${written(expectedMinor)}`;
}

/** Orders, shipments and cancellations. */
export const orderProblems = {
  "order.line_unlinked": {
    what: (f) =>
      `An item of this order is not linked to a product of your store${after(f, "skus")}.`,
    means: ORDER_WAITS,
    act: "If the listing was made in Seller Center, map it to its product on the page Map products; that holds for all its orders. If it is mapped already, undo that on the product's page and map it again with this item. Or open the order and choose the product that is to be sent this once. The order is then created in your store by itself.",
  },
  "order.address_hidden": {
    what: "TikTok Shop does not show the delivery address yet.",
    means: ORDER_WAITS,
    act: "Nothing: the order is created as soon as the address is there.",
  },
  "order.unpaid": {
    what: "The buyer has not paid yet.",
    means: ORDER_WAITS,
    act: "Nothing: Weft waits for the payment.",
  },
  "prestashop.order_total_differs": {
    what: (f, format) =>
      `The order in your store differs from what the buyer paid${difference(f, format)}.`,
    means: "The order exists, but its total is not right to the cent.",
    act: "Check taxes and carrier of the order in PrestaShop, then try again.",
  },
  "prestashop.order_total_differs:not_made": {
    what: (f, format) =>
      `Your store would charge another amount than the buyer paid${difference(f, format)}.`,
    means: ORDER_WAITS,
    act: "Check the taxes of the products and of the carrier in PrestaShop, then try again.",
  },
  "prestashop.carrier_zone": {
    what: (f) => `No carrier of the store delivers to the buyer's country${after(f, "country")}.`,
    means: ORDER_WAITS,
    act: "Add the country's zone to a carrier, or choose another carrier for new orders.",
  },
  "prestashop.pack_needs_module": {
    what: (f) => `The order holds a pack${after(f, "productIds")}, and your store has no module.`,
    means: `PrestaShop would not take the pack from your stock, so that it could be sold twice. ${ORDER_WAITS}`,
    act: "Install and pair the module; the order then comes in by itself. Or choose a carrier that is free and no pick-up.",
  },
  "prestashop.payment_error": {
    what: "PrestaShop put the order into the state “Payment error”.",
    means: "The order exists in your store, but not as paid.",
    act: "Check the order in PrestaShop and set it to paid.",
  },
  "prestashop.payment_module_missing": {
    what: "The store has no payment module Weft can name on orders.",
    means: ORDER_WAITS,
    act: "Install “Bank transfer” or “Check payment” in PrestaShop, then try again.",
  },
  "prestashop.country_inactive": {
    what: (f) => `The buyer's country is switched off in your store${after(f, "country")}.`,
    means: ORDER_WAITS,
    act: "Switch the country on under International → Locations, then try again.",
  },
  "prestashop.buyer_field": {
    what: (f) => `The store does not take the buyer's details${after(f, "field")}.`,
    means: ORDER_WAITS,
    act: "Under Customers → Addresses → Set required fields in PrestaShop make the field optional, then try again.",
  },
  "prestashop.carrier_missing": {
    what: "No carrier of the store delivers to this address.",
    means: ORDER_WAITS,
    act: "Add a carrier for the zone, or choose the carrier for new orders in the settings.",
  },
  "prestashop.state_missing": {
    what: "The state chosen for new orders no longer exists in your store, or no longer counts as paid.",
    means: ORDER_WAITS,
    act: "Choose another state in the settings, then try again.",
  },
  "prestashop.own_state_missing": {
    what: (f) =>
      `The order state that PrestaShop itself gives new orders was removed${after(f, "orderStateId")}.`,
    means: ORDER_WAITS,
    act: (f) =>
      `Have your developer add the state to PrestaShop's database again, or have the setting ${fact(f, "setting", "PS_OS_WS_PAYMENT")} name another. With the module paired it is enough to choose the state for new orders in Weft's settings.`,
  },
  "prestashop.sent_state_missing": {
    what: (f) =>
      `The order state that PrestaShop's setting ${fact(f, "setting", "PS_OS_SHIPPING")} names was removed${after(f, "orderStateId")}.`,
    means: "The parcel is on its way, and your store does not show it.",
    act: "Put the order into a state of your own by hand, or have your developer let the setting name another state.",
  },
  "order.cancel_too_late": disagreement(
    "The order can no longer be cancelled on TikTok Shop: it is shipped.",
  ),
  "order.store_order_missing": disagreement(
    "The order is gone from PrestaShop, and TikTok Shop still waits for its shipment.",
    "Ship it or cancel it in Seller Center. Weft does neither by itself.",
  ),
  "order.store_state_silent": {
    what: (f) => `The order is in the state “${fact(f, "state", "unknown")}” in PrestaShop.`,
    means: "That state says nothing to TikTok Shop: the order waits there, and its deadline runs.",
    act: "Say in the settings, under Orders, what the state means: shipped, cancelled or nothing. Or move the order on.",
  },
  "order.store_lines_removed": {
    what: (f) => `Items were taken out of the order in PrestaShop${after(f, "skus")}.`,
    means: "The buyer has paid for them on TikTok Shop, which does not cancel them by itself.",
    act: "Cancel these items in Seller Center, or put them back into the order. Weft ships only what the order holds.",
  },
  "order.store_units_added": {
    what: (f) =>
      `The order in PrestaShop has more items than on TikTok Shop: ${fact(f, "count", "")}.`,
    means: "The buyer did not pay for them on TikTok Shop. What was bought is shipped as usual.",
    act: "Nothing, if you mean to send them. Else take them out of the order.",
  },
  "order.address_late": disagreement(
    "The buyer changed the delivery address after the order was shipped in your store.",
    "Stop the parcel if you can, or write to the buyer in Seller Center. The order's page has the new address.",
  ),
  "order.return_asked": {
    what: (f) => `The buyer asks for a return or a refund${after(f, "reason")}.`,
    means: "TikTok Shop decides by itself when you do not answer in time.",
    act: "Answer in Seller Center. What you refund, refund in PrestaShop as well.",
  },
  "order.return_sent_back": {
    what: "The buyer sent goods of this order back.",
    means: "They are not in your stock before you put them there.",
    act: "Check them when they come, answer in Seller Center, and restock them in PrestaShop.",
  },
  "order.refunded_in_store": {
    what: ({ totalMinor, currency }, format) =>
      typeof totalMinor === "number" && typeof currency === "string"
        ? `${format.money(totalMinor, currency)} of this order was refunded in PrestaShop.`
        : "This order was refunded in PrestaShop.",
    means: "TikTok Shop is not told of it: the buyer has not got this money back there.",
    act: "Refund it in Seller Center, or say on the order's page that the buyer has the money.",
  },
  "order.no_store_refund": {
    what: "Nothing of this order was refunded in PrestaShop.",
    means: "Nothing was changed.",
    act: "Read the order again to see how it stands.",
  },
  "order.cancel_unconfirmed": disagreement(
    "TikTok Shop took the cancellation an hour ago and still shows the order as open.",
  ),
  "order.nothing_to_arrange": {
    what: "There is no shipment to arrange for this order.",
    means: "Nothing was changed.",
    act: "Read the order again: it may be arranged already, be cancelled, or not be in PrestaShop yet.",
  },
  "order.nothing_to_pack": {
    what: "No unit of this order waits for a parcel.",
    means: "Nothing was changed.",
    act: "Read the order again: it may be shipped already, be cancelled, or not be in PrestaShop yet.",
  },
  "order.parcels_incomplete": {
    what: "Each unit that waits has to be in exactly one parcel.",
    means: "Nothing was changed.",
    act: "Read the order again, then say for each unit in which parcel it is.",
  },
  "order.parcel_number": {
    what: "A tracking number is used twice, or has other signs than letters, digits and hyphens.",
    means: "Nothing was changed.",
    act: "Give each parcel the number on its label.",
  },
  "order.no_label": {
    what: "TikTok Shop has no label for this order.",
    means: "Nothing was changed.",
    act: "Arrange the shipping first. Once the carrier has the parcel, there is no label any more.",
  },
  "order.no_cancel_request": {
    what: "The buyer does not ask to cancel this order, or no longer.",
    means: "Nothing was changed.",
    act: "Read the order again to see how it stands.",
  },
  "order.cancel_requested": {
    what: "The buyer asks to cancel this order.",
    means: "TikTok Shop takes no shipment until you answer, and cancels by itself when you do not.",
    act: "Approve or decline the request on the order's page, here or in Seller Center.",
  },
  "order.cancelled_after_shipping": disagreement(
    "TikTok Shop cancelled the order after it was shipped, so PrestaShop did not put it back in stock.",
  ),
  "order.lines_cancelled": disagreement(
    (f) => `Items of this order were cancelled on TikTok Shop${after(f, "skus")}.`,
  ),
  "order.not_readable": {
    what: "TikTok Shop does not show this order.",
    means: ORDER_WAITS,
    ...TRY_LATER,
  },
  "prestashop.order_missing": disagreement("The order no longer exists in PrestaShop."),
  "prestashop.order_not_paid": disagreement("The order exists in PrestaShop, but not as paid."),
  "prestashop.draft_sum_wrong": {
    what: "The order's amounts do not add up.",
    means: ORDER_WAITS,
    act: OURS,
  },
  "prestashop.currency_missing": {
    what: (f) => `Your store does not have the order's currency${after(f, "currency")}.`,
    means: ORDER_WAITS,
    act: "Add the currency under International → Localization, then try again.",
  },
  "prestashop.country_missing": {
    what: (f) => `Your store does not know the buyer's country${after(f, "country")}.`,
    means: ORDER_WAITS,
    act: "Add the country under International → Locations, then try again.",
  },
  "prestashop.order_failed": {
    what: "PrestaShop could not create the order.",
    means: ORDER_WAITS,
    ...TRY_LATER,
  },
  "prestashop.order_unsettled": {
    what: "Weft is making sure whether PrestaShop created the order.",
    means: ORDER_WAITS,
    act: "Nothing: Weft looks before it tries again, so that no second order appears.",
  },
  "budget.exhausted": {
    what: "Weft is pausing, so that your shops are not flooded with requests.",
    means: WAITS,
    ...TRY_LATER,
  },
} satisfies Record<string, ProblemWording>;
