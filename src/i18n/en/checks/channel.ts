import type { Facts } from "../../../domain/facts";
import type { CheckWording } from "../../base/wording";
import { after, fact, quoted, until } from "../facts";
import { byState } from "./by-state";

const ALL_STOPS = "Nothing is listed, updated or fetched without it.";

/** TikTok Shop's side, and what Weft has to know to serve it. */
export const channelChecks = {
  "channel.reachable": {
    title: "TikTok Shop answers",
    why: ALL_STOPS,
    found: (f) =>
      f["code"] === "tiktok.rate_limited"
        ? "TikTok Shop asks for a pause: too many requests came."
        : `TikTok Shop cannot be reached or does not answer clearly${quoted(f, "message")}.`,
    act: "Check again in a few minutes. Weft goes on by itself as soon as it can.",
  },
  "channel.silence": {
    title: "TikTok Shop takes requests",
    why: `A shop may ask for a pause when too many requests come. ${ALL_STOPS}`,
    found: (f, format) => `TikTok Shop asked for a pause until ${until(f, format)}.`,
    act: "Usually nothing: Weft goes on by itself then. You can end the pause; TikTok Shop may ask again.",
    fix: "End the pause",
  },
  "channel.token": {
    title: "Authorisation accepted",
    why: `You allowed Weft to act for your shop. ${ALL_STOPS}`,
    found: (f) =>
      isMissing(f)
        ? "TikTok Shop is not authorised yet."
        : "TikTok Shop does not accept the authorisation any more.",
    act: (f) =>
      isMissing(f)
        ? "Finish setting up the connection: its last step leads to TikTok Shop."
        : "Authorise again in the settings. Mappings and listings are kept.",
  },
  "channel.token_life": {
    title: "Authorisation lasts",
    why: "TikTok ends every authorisation after a year at most, and then everything stops.",
    found: (f) => `The authorisation ends in ${days(f)}.`,
    act: "Authorise again in the settings; it takes a minute and nothing is lost.",
  },
  "channel.scopes": {
    title: "Rights granted",
    why: "Each right is needed for a part of the work: products, orders, shipments, cancellations.",
    found: (f) => `A right that Weft needs was not granted${after(f, "missing")}.`,
    act: "Authorise again in the settings and leave every right ticked.",
  },
  "channel.shop": {
    title: "Shop open",
    why: ALL_STOPS,
    found: (f) =>
      f["code"] === "not_granted"
        ? "The authorisation does not cover this TikTok Shop any more."
        : `The TikTok Shop is not active${quoted(f, "message")}.`,
    act: "Look at the messages in Seller Center. If the shop changed hands, authorise again with its account.",
  },
  "channel.prerequisites": {
    title: "Ready to list",
    why: "TikTok refuses every listing while something basic is missing.",
    found: (f) => `TikTok Shop still asks for something${quoted(f, "items")}.`,
    act: "Finish it in Seller Center, then check again.",
  },
  "channel.warehouse": {
    title: "Warehouse",
    why: "Stock is published for one warehouse of your TikTok Shop.",
    found: byState(
      { none: "Your TikTok Shop has no open sales warehouse." },
      "The chosen warehouse is closed or gone.",
    ),
    act: "Open one in Seller Center, then choose it in the settings.",
  },
  "channel.delivery": {
    title: "Delivery options",
    why: "TikTok lists only what can be delivered from the warehouse.",
    found: "The warehouse has no delivery option.",
    act: "Switch on a delivery option for the warehouse in Seller Center → Shipping.",
  },
  "channel.carrier_map": {
    title: "Carriers matched",
    why: "TikTok wants to know by its own names who brings a parcel.",
    found: byState(
      { gone: (f) => `TikTok Shop no longer knows a carrier you matched${after(f, "names")}.` },
      "No carrier of your store is matched with one of TikTok Shop yet.",
    ),
    act: "Match the carriers you use in the settings, before the first parcel leaves.",
  },
  "channel.webhooks": {
    title: "TikTok's messages",
    why: "TikTok tells of orders and cancellations at once. Weft asks every two minutes as well.",
    found: (f) => `Some kinds of messages do not come to Weft${after(f, "missing")}.`,
    act: "Let Weft register them again.",
    fix: "Register them",
  },
  "channel.corrected": {
    title: "Numbers on TikTok Shop",
    why: "Stock and prices that somebody changes in Seller Center would sell what you do not have, or too cheaply.",
    found: (f) =>
      `In the last 24 hours Weft set ${fact(f, "count")} of them right, last of the products with the numbers ${fact(f, "productIds")}.`,
    act: "The page of each product says when, what TikTok Shop showed and why. Change stock and prices in PrestaShop only.",
  },
  "channel.package_defaults": {
    title: "Size and weight of parcels",
    why: "TikTok wants both for every product; the defaults fill in where your store has none.",
    found: "No defaults are set, so products without size or weight cannot be listed.",
    act: "Enter those of a usual parcel in the settings.",
  },
} satisfies Record<string, CheckWording>;

const isMissing = ({ code }: Facts) => code === "channel.authorization_missing";

function days(facts: Facts): string {
  const count = fact(facts, "days");
  return count === "1" ? "1 day" : `${count} days`;
}
