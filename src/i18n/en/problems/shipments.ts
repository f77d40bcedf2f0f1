import type { ProblemWording } from "../../base/wording";
import { fact, quoted } from "../facts";
import { OURS } from "./first";
import { disagreement, ORDER_WAITS, SHIPMENT_WAITS, TRY_LATER } from "./sentences";

const shipment = (what: string, act: string): ProblemWording => ({
  what,
  means: SHIPMENT_WAITS,
  act,
});
/** Parcels: their numbers, carriers and labels, and what stops a cancellation. */
export const shipmentProblems = {
  "shipment.carrier_unmapped": {
    what: (f) => `The carrier “${fact(f, "carrier", "unknown")}” has no TikTok Shop provider.`,
    means: SHIPMENT_WAITS,
    act: "Choose the provider once in the settings; the shipment is then sent by itself.",
  },
  "shipment.tracking_missing": shipment(
    "The order is shipped in your store, but it has no tracking number.",
    "Enter the number in PrestaShop: the order → Carriers → Edit.",
  ),
  "shipment.parcels_unclear": {
    what: (f) =>
      `The order has several tracking numbers in your store: ${fact(f, "trackingNumbers", "unknown")}.`,
    means: SHIPMENT_WAITS,
    act: "Open the order here and say which unit is in which parcel. If it is shipped already, change one number at a time in PrestaShop.",
  },
  "shipment.cancel_requested": shipment(
    "The order is shipped in your store, but the buyer asks to cancel it.",
    "Decline the request on the order's page, here or in Seller Center: the shipment then goes out. Or approve it and keep the parcel.",
  ),
  "shipment.by_channel": shipment(
    "TikTok Shop ships this order with a label that is bought in Seller Center.",
    "Buy and print the label in Seller Center. The tracking number then comes into PrestaShop by itself.",
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
} satisfies Record<string, ProblemWording>;
