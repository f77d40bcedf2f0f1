/** How the store is set up, whatever is sold where. */
import { fail, pass, warn, whenRead, type Check } from "../../../domain/health/finding";
import { toInstant } from "../time";
import type { Evidence } from "./evidence";

/** Any instant will do: the zone is what is looked at. */
const SOME_TIME = "2026-01-01 12:00:00";

const timeZone: Check<Evidence> = {
  name: "store.time_zone",
  run: ({ settings }) =>
    whenRead(settings, (values) => {
      const zone = values.get("PS_TIMEZONE") ?? "";
      const isKnown = zone !== "" && toInstant(SOME_TIME, zone) !== 0;
      return isKnown ? pass({ zone }) : fail({ zone });
    }),
};

const language: Check<Evidence> = {
  name: "store.language",
  run: ({ language }) =>
    whenRead(language, (own) => {
      if (!own) return fail({ state: "missing" });
      const { code } = own;
      return own.isActive ? pass({ code }) : fail({ code, state: "inactive" });
    }),
};

/** Where nobody tells which of several shops is ours, the default one is read and filled. */
const multishop: Check<Evidence> = {
  name: "store.multishop",
  run: ({ shop }) =>
    whenRead(shop, (found) => {
      if (found === "only") return pass();
      return found ? pass({ shop: found.name }) : warn();
    }),
};

const open: Check<Evidence> = {
  name: "store.open",
  run: ({ settings }) =>
    whenRead(settings, (values) => (values.get("PS_SHOP_ENABLE") === "0" ? warn() : pass())),
};

const catalogue: Check<Evidence> = {
  name: "store.catalogue",
  run: ({ products }) => whenRead(products, ({ length }) => (length > 0 ? pass() : warn())),
};

const stockManagement: Check<Evidence> = {
  name: "store.stock_management",
  run: ({ settings }) =>
    whenRead(settings, (values) => (values.get("PS_STOCK_MANAGEMENT") === "0" ? fail() : pass())),
};

/** By the webservice PrestaShop takes no packs of most orders, so these wait for the module. */
const packs: Check<Evidence> = {
  name: "store.packs",
  run: ({ settings, module }) =>
    whenRead(settings, (values) =>
      values.get("PS_PACK_FEATURE_ACTIVE") === "1" && !("value" in module) ? warn() : pass(),
    ),
};

export const storeChecks: readonly Check<Evidence>[] = [
  timeZone,
  language,
  multishop,
  open,
  catalogue,
  stockManagement,
  packs,
];
