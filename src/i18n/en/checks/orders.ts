import type { Facts } from "../../../domain/facts";
import type { CheckWording, ProblemTexts } from "../../base/wording";
import type { Format } from "../../base/format";
import { hasProblemText, problemText } from "../../base/problem-text";
import { after } from "../facts";
import { plural } from "../grammar";
import { byState } from "./by-state";

const ORDERS_STOP = "Without it TikTok orders cannot be created in your store.";
const STATES_PAGE = "Shop parameters → Order settings → Statuses";

const missingOr = (what: string, otherwise: string) =>
  byState({ missing: (f) => `Your store has no ${what}${after(f, "code")}.` }, otherwise);

/** What an order of the market needs in the store, and whether orders come through. */
export const orderChecks = {
  "orders.waiting": {
    title: "Orders come through",
    why: "A paid order that waits is late for your buyer, and TikTok counts late shipments.",
    found: (f, format, problems) =>
      `${waitingOrders(f, format)}${reason(f, format, problems) || SLOW}.`,
    act: "Open the orders page: each order says what it waits for. Where that is put right, let Weft try them now.",
    fix: "Try them now",
  },
  "orders.currency": {
    title: "Currency of orders",
    why: `Orders come in the currency of the market. ${ORDERS_STOP}`,
    found: missingOr("such currency", "The currency of the market is switched off in your store."),
    act: "Add it under International → Localization → Currencies and switch it on.",
    fix: "Switch the currency on",
  },
  "orders.country": {
    title: "Country of buyers",
    why: `Addresses need their country. ${ORDERS_STOP}`,
    found: missingOr("such country", "The country of your buyers is switched off in your store."),
    act: "Switch it on under International → Locations → Countries.",
    fix: "Switch the country on",
  },
  "orders.zone": {
    title: "Zone of the country",
    why: "PrestaShop finds carriers by zone; none is found in a zone that is off.",
    found: (f) => `The zone of the country is switched off${after(f, "code")}.`,
    act: "Switch it on under International → Locations → Zones.",
  },
  "orders.carrier": {
    title: "Carrier for the country",
    why: "An order no carrier serves comes without shipping, or not at all.",
    found: byState(
      {
        none: "Your store has no active carrier.",
        pick_up: (f) =>
          `From every carrier that serves your buyers' country the goods are fetched${after(f, "code")}. Weft chooses none of these by itself, so orders would wait.`,
      },
      (f) => `No active carrier serves the country of your buyers${after(f, "code")}.`,
    ),
    act: "Open a carrier that delivers under Shipping → Carriers, tick the zone under Shipping locations and costs, and give it a price range. Or choose one for all TikTok orders in the settings.",
  },
  "orders.chosen_carrier": {
    title: "Carrier you chose",
    why: "The settings name a carrier for every TikTok order.",
    found: byState(
      {
        missing: "The carrier chosen in the settings is not there any more.",
        inactive: (f) => `The carrier chosen in the settings is switched off${after(f, "name")}.`,
      },
      (f) =>
        `The carrier chosen in the settings does not serve your buyers' country${after(f, "name")}.`,
    ),
    act: "Choose another one in the settings, or change the carrier in PrestaShop.",
  },
  "orders.tax": {
    title: "Tax rules",
    why: "Prices on TikTok Shop include tax; your books need the right share of it.",
    found: byState(
      { off: "Taxes are switched off in your store, so orders show none." },
      (f) => `No tax rule covers the country of your buyers${after(f, "code")}.`,
    ),
    act: "Look at International → Taxes and Tax rules. If you owe no tax there, leave it as it is.",
  },
  "orders.payment_module": {
    title: "Payment module",
    why: `PrestaShop makes an order only in the name of an installed payment module. ${ORDERS_STOP}`,
    found: "No payment module is installed.",
    act: "Install one under Modules, such as “Wire payment”. It need not be offered to visitors.",
  },
  "orders.paid_state": {
    title: "State “paid”",
    why: `A TikTok order is paid when it arrives. ${ORDERS_STOP}`,
    found: byState(
      { missing: "The state “Remote payment accepted” is gone." },
      "The state “Remote payment accepted” does not count as paid.",
    ),
    act: `Look at ${STATES_PAGE}: it needs the tick “Set the order as paid”.`,
  },
  "orders.chosen_state": {
    title: "State you chose",
    why: "The settings name the state every TikTok order gets. In a wrong one no order is created, or TikTok hears of a parcel that is still with you.",
    found: byState(
      {
        unpaid: "The state chosen in the settings does not count as paid any more.",
        shipped: "Each order in the state chosen in the settings counts as shipped at once.",
      },
      "The state chosen in the settings is not there any more.",
    ),
    act: `Choose another one in the settings, or look at its ticks under ${STATES_PAGE}.`,
  },
  "orders.shipped_state": {
    title: "State “shipped”",
    why: "Weft tells TikTok that a parcel is on its way once the order's state says so.",
    found: byState(
      { missing: "The state “Shipped” is gone." },
      "The state “Shipped” is not marked as shipped.",
    ),
    act: `Look at ${STATES_PAGE}: it needs the tick “Set the order as shipped”.`,
  },
  "orders.cancelled_state": {
    title: "State “cancelled”",
    why: "A cancelled TikTok order goes into it, which gives the stock back.",
    found: "The state “Canceled” is gone.",
    act: `Add it again under ${STATES_PAGE}, or restore the setting PS_OS_CANCELED.`,
  },
  "orders.trial": {
    title: "Trial order",
    why: "An order of your market was reckoned in your store without being made, as TikTok's will be.",
    found: byState(
      { differs: (f, format) => `The trial order comes to ${amounts(f, format)}.` },
      (f, format, problems) => `Your store refuses the trial order${reason(f, format, problems)}.`,
    ),
    act: "Look for cart rules or modules that change prices or carts, and switch them off for the customer group of guests.",
  },
} satisfies Record<string, CheckWording>;

/** How many a finding names at most. */
const SHOWN_ORDERS = 3;
/** Nothing was refused. */
const SLOW = ": nothing stops it, but it takes longer than a quarter of an hour";

function waitingOrders(facts: Facts, format: Format): string {
  const count = Number(facts["count"] ?? 0);
  const since = Number(facts["since"] ?? 0);
  const orders = plural(count, {
    one: "A paid order waits",
    other: `${format.number(count)} paid orders wait`,
  });
  const named = Array.isArray(facts["orderIds"]) ? facts["orderIds"].join(", ") : "";
  const told = named ? `${orders} (${named}${count > SHOWN_ORDERS ? " …" : ""})` : orders;
  return since > 0 ? `${told} since ${format.dateTime(since)}` : told;
}

function amounts(facts: Facts, format: Format): string {
  const currency = String(facts["currency"] ?? "");
  const money = (name: string) => format.money(Number(facts[name] ?? 0), currency);
  return `${money("foundMinor")} instead of ${money("expectedMinor")}`;
}

/** ": No carrier delivers to GB" as the refusal itself says it. */
function reason(facts: Facts, format: Format, problems: ProblemTexts): string {
  const code = String(facts["code"] ?? "");
  if (!hasProblemText(problems, code)) return code && ` (${code})`;
  return `: ${problemText(problems, { code, facts }, format).what.replace(/[.]$/, "")}`;
}
