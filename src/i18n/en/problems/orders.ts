import type { Format } from "../../base/format";
import type { Facts } from "../../../domain/facts";
import type { ProblemWording } from "../../base/wording";
import { after, fact, quoted } from "../facts";
import { OURS } from "./first";
import { ORDER_WAITS, SHIPMENT_WAITS, TRY_LATER, WAITS } from "./sentences";

const shipment = (what: string, act: string): ProblemWording => ({
  what,
  means: SHIPMENT_WAITS,
  act,
});
const disagreement = (
  what: string,
  act = "Compare the order in Seller Center with your store.",
): ProblemWording => ({
  what,
  means: "Store and TikTok Shop disagree about this order.",
  act,
});

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
  "shipment.carrier_unmapped": {
    what: (f) => `The carrier “${fact(f, "carrier", "unknown")}” has no TikTok Shop provider.`,
    means: SHIPMENT_WAITS,
    act: "Choose the provider once in the settings; the shipment is then sent by itself.",
  },
  "shipment.tracking_missing": shipment(
    "The order is shipped in your store, but it has no tracking number.",
    "Enter the number in PrestaShop: the order → Carriers → Edit.",
  ),
  "shipment.cancel_requested": shipment(
    "The order is shipped in your store, but the buyer asks to cancel it.",
    "Decline the request on the order's page, here or in Seller Center: the shipment then goes out. Or approve it and keep the parcel.",
  ),
  "shipment.by_channel": shipment(
    "TikTok Shop ships this order with a label of its own.",
    "Ship this one in Seller Center: choose the handover there and print the label.",
  ),
  "tiktok.order_unknown": disagreement("TikTok Shop does not know this order."),
  "tiktok.order_cancelled": disagreement("The order was cancelled on TikTok Shop."),
  "tiktok.order_closed": disagreement("The order is closed on TikTok Shop."),
  "tiktok.order_on_hold": {
    what: "TikTok Shop holds the order back for an hour after payment.",
    means: ORDER_WAITS,
    act: "Nothing: Weft carries on when the hour is over.",
  },
  "tiktok.order_not_shipped": disagreement("TikTok Shop does not count the order as shipped."),
  "tiktok.already_shipped": disagreement("TikTok Shop counts the order as shipped already."),
  "tiktok.tracking_invalid": shipment(
    "TikTok Shop does not accept the tracking number.",
    "Check the number and the carrier in PrestaShop: the order → Carriers → Edit.",
  ),
  "tiktok.tracking_used": shipment(
    "The tracking number is already used for another order.",
    "Check the number in PrestaShop: the order → Carriers → Edit.",
  ),
  "tiktok.tracking_final": disagreement(
    "TikTok Shop takes one change of a tracking number, soon after shipping.",
    "Tell the buyer the new number in Seller Center, or enter the one shown there in PrestaShop again.",
  ),
  "tiktok.after_sale_open": shipment(
    "A return or cancellation is open for this order.",
    "Decide about it in Seller Center first.",
  ),
  "tiktok.lines_needed": shipment("TikTok Shop wants to know which items are shipped.", OURS),
  "tiktok.no_provider": {
    what: "TikTok Shop does not know this shipping provider.",
    means: SHIPMENT_WAITS,
    act: "Choose another provider for the carrier in the settings.",
  },
  "tiktok.shipped_by_channel": shipment(
    "TikTok ships this order with a label of its own.",
    "Print the label in Seller Center; nothing is needed from your store.",
  ),
  "tiktok.shipped_by_seller": shipment(
    "This order goes with your own carrier, so TikTok has no label for it.",
    "Ship it with your carrier; Weft passes the tracking number on.",
  ),
  "tiktok.parcel_refused": {
    what: (f) => `TikTok Shop refused the parcel${quoted(f, "message")}.`,
    means: SHIPMENT_WAITS,
    act: "Read TikTok's own words above and ship the order in Seller Center.",
  },
  "tiktok.pickup_slot": shipment(
    "The time for the pick-up cannot be booked.",
    "Choose another time, or bring the parcel to a drop-off point.",
  ),
  "tiktok.label_pending": {
    what: "The carrier is still making the label.",
    means: SHIPMENT_WAITS,
    ...TRY_LATER,
  },
  "tiktok.label_too_early": shipment(
    "There is no label before the shipment is arranged.",
    "Arrange the shipment first.",
  ),
  "tiktok.label_too_late": disagreement("The parcel is with the carrier; its label is gone."),
  "tiktok.invoice_missing": shipment(
    "TikTok Shop needs the invoice before shipping.",
    "Upload the invoice in Seller Center.",
  ),
  "tiktok.after_sale_state": disagreement(
    "TikTok Shop does not allow this for the return or cancellation as it stands.",
  ),
  "tiktok.risk_control": disagreement("TikTok's risk control stopped this."),
  "tiktok.cancel_open": disagreement("A cancellation is already under way."),
  "tiktok.cancel_answered": disagreement("The request to cancel was answered already."),
  "tiktok.cancel_reason": disagreement("TikTok Shop does not accept the reason for cancelling."),
  "tiktok.cancel_reason_state": disagreement(
    "TikTok Shop does not accept this reason in the order's present state.",
  ),
  "tiktok.cancel_partly_refused": disagreement("TikTok Shop cancelled only a part of the order."),
  "tiktok.order_state": disagreement(
    "TikTok Shop does not allow this in the order's present state.",
  ),
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
  "order.lines_cancelled": disagreement("Items of this order were cancelled on TikTok Shop."),
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
