/** Everything TikTok Shop has to be ready for: listings that are taken, orders, shipments. */
import {
  fail,
  pass,
  skip,
  warn,
  whenRead,
  type Check,
  type CheckResult,
} from "../../../domain/health/finding";
import { NEEDED_SCOPES } from "../scopes";
import { SUBSCRIBED_TOPICS } from "../topics";
import { CONNECTIVITY_CHECKS, type Evidence } from "./evidence";

const DAY_MS = 86_400_000;
/** A merchant may be away for a month. */
const ENDS_SOON_MS = 30 * DAY_MS;

/** Fails by its own fault; waits where the first request did not come as far. */
function connectivityCheck(
  name: (typeof CONNECTIVITY_CHECKS)[number],
  otherwise: (evidence: Evidence) => CheckResult = () => pass(),
): Check<Evidence> {
  return {
    name,
    run(evidence) {
      const error = evidence.faults.get(name);
      if (error) {
        const { message } = error.facts;
        return fail({ code: error.code, ...(typeof message === "string" ? { message } : {}) });
      }
      const { shops } = evidence;
      if ("because" in shops && isBehind(name, shops.because)) return skip(shops.because);
      return otherwise(evidence);
    },
  };
}

function isBehind(check: string, failed: string): boolean {
  const place = (name: string) => CONNECTIVITY_CHECKS.findIndex((one) => one === name);
  return place(check) > place(failed);
}

/** The grant names its scopes; a call that was refused says so where it does not. */
const scopes: Check<Evidence> = {
  name: "channel.scopes",
  run(evidence) {
    const { scopes: granted } = evidence.asked;
    const missing = NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
    if (granted.length > 0 && missing.length > 0) return fail({ missing });
    return connectivityCheck("channel.scopes").run(evidence);
  },
};

const shop = connectivityCheck("channel.shop", ({ shops, asked }) =>
  whenRead(shops, (all) => {
    const own = all.find(({ id }) => id === asked.shopId);
    return own ? pass({ shop: own.name }) : fail({ code: "not_granted" });
  }),
);

const tokenLife: Check<Evidence> = {
  name: "channel.token_life",
  run({ asked: { authorizedUntil }, shops, now }) {
    if ("because" in shops && shops.because === "channel.token") return skip(shops.because);
    if (authorizedUntil === undefined) return pass();
    const days = Math.floor((authorizedUntil - now) / DAY_MS);
    return authorizedUntil - now < ENDS_SOON_MS ? warn({ days }) : pass({ days });
  },
};

const prerequisites: Check<Evidence> = {
  name: "channel.prerequisites",
  run: ({ prerequisites }) =>
    whenRead(prerequisites, (failed) => (failed.length === 0 ? pass() : fail({ items: failed }))),
};

const warehouse: Check<Evidence> = {
  name: "channel.warehouse",
  run: ({ warehouses, asked: { warehouseId } }) =>
    whenRead(warehouses, (all) => {
      const usable = all.filter(({ kind, isEnabled }) => kind === "sales" && isEnabled);
      if (usable.length === 0) return fail({ state: "none" });
      const chosen = usable.find(({ id }) => id === warehouseId);
      return chosen ? pass({ name: chosen.name }) : fail({ state: "chosen_gone" });
    }),
};

/** Without the chosen warehouse there is nothing to ask its options of. */
const delivery: Check<Evidence> = {
  name: "channel.delivery",
  run: (evidence) =>
    whenRead(evidence.deliveryOptions, (options) => {
      if (warehouse.run(evidence).verdict === "fail") return skip("channel.warehouse");
      return options.length > 0 ? pass({ names: options.map(({ name }) => name) }) : fail();
    }),
};

const carrierMap: Check<Evidence> = {
  name: "channel.carrier_map",
  run: (evidence) =>
    whenRead(evidence.providers, (providers) => {
      const { verdict, because } = delivery.run(evidence);
      if (verdict !== "pass") return skip(because ?? "channel.delivery");
      // The platform brings the parcels itself: nobody is asked for a carrier.
      if (providers.length === 0) return pass({ isNeeded: false });
      const { carrierMap: map } = evidence.asked;
      if (map.length === 0) return warn({ state: "empty" });
      const gone = map.filter(({ providerId }) => providers.every(({ id }) => id !== providerId));
      if (gone.length === 0) return pass({ isNeeded: true });
      return fail({ state: "gone", names: gone.map(({ providerName }) => providerName) });
    }),
};

const webhooks: Check<Evidence> = {
  name: "channel.webhooks",
  run: ({ webhooks, asked: { webhookAddress } }) =>
    whenRead(webhooks, (registered) => {
      // On an address TikTok cannot call, orders are polled and nothing is registered.
      if (webhookAddress === undefined) return pass({ isPublic: false });
      const missing = SUBSCRIBED_TOPICS.filter((topic) => registered.get(topic) !== webhookAddress);
      if (missing.length === 0) return pass({ isPublic: true });
      return warn({ missing }, { side: "channel", what: "webhooks" });
    }),
};

export const CHECKS: readonly Check<Evidence>[] = [
  connectivityCheck("channel.reachable"),
  connectivityCheck("channel.token"),
  tokenLife,
  scopes,
  shop,
  prerequisites,
  warehouse,
  delivery,
  carrierMap,
  webhooks,
];
