/** Sentences that many problems share. */
import type { ProblemWording } from "../../base/wording";

export const NOT_LIVE =
  "The product cannot be sold on TikTok Shop until this is fixed; a version already live stays as it was.";
export const NOT_SENT = "Nothing was sent to TikTok Shop, so nothing was half done.";
export const STORE_STOPS =
  "Products are not pulled and TikTok orders are not created in your store until this works again.";
export const CHANNEL_STOPS =
  "Nothing reaches TikTok Shop for now: no new products, no stock and no shipments.";
export const WAITS = "Nothing is lost: Weft keeps the work and carries on by itself.";
export const ORDER_WAITS =
  "The order stays on TikTok Shop and its units stay reserved, but it is not in your store yet.";
export const SHIPMENT_WAITS =
  "The buyer does not see the parcel as shipped yet, and TikTok's shipping deadline keeps running.";
export const PULL_AND_PUSH = "Change it in PrestaShop, then pull and push the product again.";
/** What Weft repeats by itself, and a person who waits does not see repeated. */
export const TRY_LATER = {
  act: "Usually nothing: Weft tries again by itself. If it stays, try again by hand.",
  asked: "Try again in a minute.",
};
export const ADD_PAPER = "Upload the file for the product or its category, then push again.";
export const CHOOSE_PARTY =
  "Choose one in the settings, the category or the product, then push again.";

/** Both shops say something else of an order. */
export const disagreement = (
  what: ProblemWording["what"],
  act = "Compare the order in Seller Center with your store.",
): ProblemWording => ({
  what,
  means: "Store and TikTok Shop disagree about this order.",
  act,
});
