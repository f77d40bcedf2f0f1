/**
 * What an order of the market needs in the store: money, a way to the buyer, states, a payment
 * module.
 */
import {
  fail,
  pass,
  skip,
  valueOf,
  warn,
  whenRead,
  type Check,
  type Fix,
  type CheckResult,
} from "../../../domain/health/finding";
import { isPickUp } from "../../../domain/orders/pick-up";
import { flag, text, type Row } from "../json";
import type { Evidence, Place } from "./evidence";
import { lacksTables } from "./module-checks";

/** The module does these; without it the merchant does. */
function fixBy({ module }: Evidence, fix: Fix): Fix | undefined {
  return "value" in module ? fix : undefined;
}

const codeOf = (row: Row) => text(row, "iso_code").toUpperCase();
const isThere = (row: Row) => !flag(row, "deleted");

const currency: Check<Evidence> = {
  name: "orders.currency",
  run: (evidence) =>
    whenRead(evidence.currencies, (rows) => {
      const code = evidence.asked.market?.currency;
      if (!code) return skip("channel.token");
      const row = rows.find((one) => isThere(one) && codeOf(one) === code);
      if (!row) return fail({ code, state: "missing" });
      if (flag(row, "active")) return pass({ code });
      return fail({ code, state: "inactive" }, fixBy(evidence, { ...CURRENCY_FIX, code }));
    }),
};
const CURRENCY_FIX = { side: "source", what: "currency" } as const;

/** Listings are priced in the currency that prices are read in, and TikTok takes the market's only. */
const priceCurrency: Check<Evidence> = {
  name: "store.price_currency",
  run: (evidence) =>
    whenRead(evidence.settings, (settings) =>
      whenRead(evidence.currencies, (rows) => {
        const market = evidence.asked.market?.currency;
        if (!market) return skip("channel.token");
        if (currency.run(evidence).verdict === "fail") return skip("orders.currency");
        const own = rows.find((row) => text(row, "id") === settings.get("PS_CURRENCY_DEFAULT"));
        const chosen = rows.find(
          (row) => flag(row, "active") && codeOf(row) === evidence.asked.priceCurrency,
        );
        const read = chosen ?? own;
        const store = read ? codeOf(read) : "";
        return store === market ? pass({ store }) : fail({ store, market });
      }),
    ),
};

/** Looks at the market's country once it is known and switched on. */
function placeCheck(
  name: string,
  judge: (place: Place, code: string, evidence: Evidence) => CheckResult,
): Check<Evidence> {
  return {
    name,
    run: (evidence) =>
      whenRead(evidence.place, (place) => {
        const code = evidence.asked.market?.country ?? "";
        return place ? judge(place, code, evidence) : skip("orders.country");
      }),
  };
}

const country: Check<Evidence> = {
  name: "orders.country",
  run: (evidence) =>
    whenRead(evidence.place, (place) => {
      const code = evidence.asked.market?.country ?? "";
      if (!place) return fail({ code, state: "missing" });
      if (place.isActive) return pass({ code });
      const fix = fixBy(evidence, { side: "source", what: "country", code });
      return fail({ code, state: "inactive" }, fix);
    }),
};

const zone = placeCheck("orders.zone", ({ isZoneActive }, code) => {
  if (isZoneActive === undefined) return skip("module.present");
  return isZoneActive ? pass({ code }) : fail({ code });
});

/**
 * Without the module nobody tells which zones a carrier serves; that there is one is all to be
 * seen. Where the merchant chose none, a pick-up is never taken.
 */
const carrier = placeCheck("orders.carrier", ({ carriers }, code, evidence) =>
  whenRead(evidence.carriers, (rows) => {
    const active = rows.filter((row) => isThere(row) && flag(row, "active"));
    if (active.length === 0) return fail({ code, state: "none" });
    if (carriers?.length === 0) return fail({ code, state: "zone" });
    const serving = active.filter((row) => carriers?.includes(text(row, "id_reference")) ?? true);
    const brings = (row: Row) => !isPickUp(text(row, "name"), text(row, "delay"));
    if (!evidence.asked.carrierReference && serving.length > 0 && !serving.some(brings))
      return fail({ code, state: "pick_up" });
    return pass({ code, isSure: carriers !== undefined });
  }),
);

const chosenCarrier: Check<Evidence> = {
  name: "orders.chosen_carrier",
  run: (evidence) =>
    whenRead(evidence.carriers, (rows) => {
      const reference = evidence.asked.carrierReference;
      if (!reference) return pass({ isChosen: false });
      const row = rows.find((one) => isThere(one) && text(one, "id_reference") === reference);
      if (!row) return fail({ state: "missing" });
      const name = text(row, "name");
      if (!flag(row, "active")) return fail({ name, state: "inactive" });
      const serving = valueOf(evidence.place)?.carriers;
      if (!serving || serving.length === 0 || serving.includes(reference))
        return pass({ name, isChosen: true });
      return fail({ name, state: "zone" });
    }),
};

const paymentModule: Check<Evidence> = {
  name: "orders.payment_module",
  run: ({ module }) =>
    whenRead(module, ({ paymentModules }) =>
      paymentModules.length > 0 ? pass({ names: paymentModules }) : fail(),
    ),
};

/** A check of the order state a setting names. */
function stateCheck(
  name: string,
  setting: string,
  judge: (state: Row | undefined) => CheckResult,
): Check<Evidence> {
  return {
    name,
    run: ({ settings, states }) =>
      whenRead(settings, (values) =>
        whenRead(states, (rows) => {
          const id = values.get(setting);
          return judge(rows.find((row) => isThere(row) && text(row, "id") === id));
        }),
      ),
  };
}

const paidState = stateCheck("orders.paid_state", "PS_OS_WS_PAYMENT", (state) => {
  if (!state) return fail({ state: "missing" });
  return flag(state, "paid") ? pass() : fail({ state: "unpaid" });
});

/**
 * The state the settings give to orders, where they name one; whoever chose it saw only fitting
 * ones.
 */
const chosenState: Check<Evidence> = {
  name: "orders.chosen_state",
  run: ({ states, asked: { orderStateId } }) =>
    whenRead(states, (rows) => {
      if (!orderStateId) return pass({ isChosen: false });
      const row = rows.find((one) => isThere(one) && text(one, "id") === orderStateId);
      if (!row) return fail({ state: "missing" });
      if (!flag(row, "paid")) return fail({ state: "unpaid" });
      return flag(row, "shipped") ? warn({ state: "shipped" }) : pass({ isChosen: true });
    }),
};

const cancelledState = stateCheck("orders.cancelled_state", "PS_OS_CANCELED", (state) =>
  state ? pass() : fail(),
);

/** Weft takes an order for shipped by this flag, so without it tracking numbers never leave. */
const shippedState = stateCheck("orders.shipped_state", "PS_OS_SHIPPING", (state) =>
  state && flag(state, "shipped") ? pass() : fail({ state: state ? "unflagged" : "missing" }),
);

/** Where the channel adds the tax to the listed price and remits it, the store needs no rule. */
const tax: Check<Evidence> = placeCheck("orders.tax", ({ hasTax }, code, { settings, asked }) =>
  whenRead(settings, (values) => {
    if (asked.market?.isTaxIncluded === false) return pass({ code, isTaxed: false });
    if (values.get("PS_TAX") === "0") return warn({ code, state: "off" });
    if (hasTax === undefined) return skip("module.present");
    return hasTax ? pass({ code, isTaxed: true }) : warn({ code, state: "no_rule" });
  }),
);

/** What the trial order rests on; where one of these fails, it tells nothing new. */
const FOUNDATIONS = [currency, country, zone, carrier, chosenCarrier, chosenState];

const trial: Check<Evidence> = {
  name: "orders.trial",
  run: (evidence) =>
    whenRead(evidence.trial, ({ expectedMinor, total, refused }) => {
      const cause = FOUNDATIONS.find((check) => check.run(evidence).verdict === "fail");
      if (cause) return skip(cause.name);
      if (!total && lacksTables(evidence.module)) return skip("module.tables");
      if (!total) return fail({ state: "refused", code: refused?.code ?? "" });
      const { totalMinor: foundMinor } = total;
      if (foundMinor === expectedMinor) return pass();
      const money = evidence.asked.market?.currency ?? "";
      return fail({ state: "differs", expectedMinor, foundMinor, currency: money });
    }),
};

export const orderChecks: readonly Check<Evidence>[] = [
  priceCurrency,
  currency,
  country,
  zone,
  carrier,
  chosenCarrier,
  tax,
  paymentModule,
  paidState,
  chosenState,
  shippedState,
  cancelledState,
  trial,
];
