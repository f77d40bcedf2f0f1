/** A simulated store and an importer whose requests may break. */
import type { Flavour } from "../../../simulator/prestashop/data/schema";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { ImportProgress, SourceOrder } from "../../../src/platforms/source";
import type { OrderDraft } from "../../../src/domain/orders/order-draft";
import type { Fetch } from "../source/source-harness";
import { RESTING_DEPS } from "../../support/platform-deps";
import { openSimulator } from "./simulated-store";

export type Break = (inner: Fetch) => Fetch;

export interface OrderImportHarness {
  store: PrestaShop;
  /** Puts the module into the store, paired, and makes it known to later sessions. */
  installModule(): Promise<void>;
  /** Takes it out again; sessions still expect it. */
  removeModule(): void;
  now: number;
  /** What the importer remembers from one try to the next. */
  progress: ImportProgress;
  /** Asked before each request; grants all unless the test replaces it. */
  takeBudget: PlatformDeps["takeBudget"];
  /** One try, in a session of its own. */
  importOnce(through?: Break, wanted?: OrderDraft): Promise<SourceOrder>;
  /** A session of its own, undisturbed. */
  session(): ReturnType<typeof prestashop.open>;
  made(): ReturnType<PrestaShop["orders"]>;
  /** Orders that the store broke off, and that were made anew. */
  left(): ReturnType<PrestaShop["orders"]>;
  posts(): ReturnType<PrestaShop["calls"]>;
}

const KEY = "SIMULATEDKEY00000000000000000002";
const STORE_URL = "https://shop.example";
const SECRET = "the-secret-of-a-paired-module-02";

export const draft: OrderDraft = {
  channelOrderId: "576461413038785752",
  currency: "GBP",
  lines: [{ productId: "6", variantId: "0", quantity: 2, unitPriceMinor: 999, name: "Mug" }],
  shippingMinor: 399,
  discountMinor: 100,
  totalMinor: 2297,
  address: {
    name: "Ann Lee",
    firstName: "Ann",
    lastName: "Lee",
    phone: "",
    country: "GB",
    state: "",
    city: "London",
    postcode: "SW1A 1AA",
    line1: "1 High St",
    line2: "",
  },
  buyerEmail: "ann@relay.example",
  buyerNote: "Ring twice",
  placedAt: 0,
  paymentLabel: "TikTok Shop",
};

export function openOrderImport(flavour: Flavour = "9.1.4"): OrderImportHarness {
  const time = { now: Date.UTC(2026, 10, 24, 12) };
  const now = () => time.now;
  const store = openSimulator({ flavour, baseUrl: STORE_URL, key: KEY, now });
  const depsOf = (through: Break): PlatformDeps => ({
    ...RESTING_DEPS,
    fetch: through((request) => store.fetch(request)),
    now,
    takeBudget: (requests) => harness.takeBudget(requests),
  });
  const open = (through: Break, known: SourceStore | undefined) =>
    prestashop.open({ url: STORE_URL, key: KEY, secret: SECRET }, depsOf(through), known);
  let known: SourceStore | undefined;
  const harness: OrderImportHarness = {
    store,
    get now() {
      return time.now;
    },
    set now(at) {
      time.now = at;
    },
    progress: {},
    takeBudget: async () => {},
    importOnce(through = (inner) => inner, wanted = draft) {
      const session = open(through, known);
      return session.importOrder(wanted, harness.progress, (step) => (harness.progress = step));
    },
    async installModule() {
      store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
      known = await open((inner) => inner, undefined).readStore();
    },
    removeModule: () => store.uninstallModule(),
    session: () => open((inner) => inner, known),
    made: () => store.orders().filter((order) => order.values["payment"] === "TikTok Shop"),
    left: () =>
      store.orders().filter((order) => String(order.values["payment"]).includes("broken off")),
    posts: () =>
      store
        .calls()
        .filter((call) => call.method === "POST" && call.path.startsWith("/api/orders?")),
  };
  return harness;
}
