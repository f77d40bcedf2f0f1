/** A simulated PrestaShop with nothing wrong, its module paired, as the health check meets it. */
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import type { Breakage as StoreBreakage } from "../../../simulator/prestashop/break-store";
import type { Finding } from "../../../src/domain/health/finding";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceExamination } from "../../../src/platforms/source";
import { RESTING_DEPS } from "../../support/platform-deps";
import { openSimulator } from "./simulated-store";

export type Fetch = PlatformDeps["fetch"];

export const NOW = Date.UTC(2026, 10, 24, 12);
export const KEY = "SIMULATEDKEY00000000000000000001";
export const SECRET = "a-secret-of-the-connection-00000001";
const STORE_URL = "https://shop.example/store";

export interface HealthHarness {
  store: PrestaShop;
  /** Requests the store saw, in order: "GET /api/". */
  seen: string[];
  /** Where the module's events go; answers 200 unless the test says otherwise. */
  weft: { status: number };
  /** How far our clock, and everybody's, are ahead of the start. */
  time: { ourMs: number; everybodyMs: number };
  /** Stands between Weft and the store, as a host or a proxy does. */
  host: { through: (inner: Fetch) => Fetch };
  examine(asked?: Partial<SourceExamination>, key?: string): Promise<readonly Finding[]>;
}

export interface Breakage {
  /** What is broken, in a merchant's words. */
  title: string;
  /** The one finding that says so: "store.key fail". */
  expected: string;
  broken?: StoreBreakage;
  /** What no switch of the store does. */
  spoil?(harness: HealthHarness): void;
  asked?: Partial<SourceExamination>;
  key?: string;
}

export function openHealthHarness(flavour: "8.2.1" | "9.1.4" = "8.2.1"): HealthHarness {
  const weft = { status: 200 };
  const time = { ourMs: 0, everybodyMs: 0 };
  const host: HealthHarness["host"] = { through: (inner) => inner };
  const seen: string[] = [];
  const store = openSimulator({
    flavour,
    baseUrl: STORE_URL,
    key: KEY,
    now: () => NOW + time.everybodyMs,
    status: () => weft.status,
  });
  // Packs are a warning of their own where there is no module.
  store.setSetting("PS_PACK_FEATURE_ACTIVE", "0");
  store.configureModule({ webhookUrl: "https://weft.example/webhooks/source/c", secret: SECRET });
  const toStore: Fetch = (request) => {
    const { pathname } = new URL(request.url);
    seen.push(`${request.method} ${pathname.replace("/store", "")}`);
    return store.fetch(request);
  };
  return {
    store,
    seen,
    weft,
    time,
    host,
    examine(asked = {}, key = KEY) {
      const deps: PlatformDeps = {
        ...RESTING_DEPS,
        fetch: host.through(toStore),
        now: () => NOW + time.everybodyMs + time.ourMs,
      };
      const market = { country: "GB", currency: "GBP", isTaxIncluded: true };
      const session = prestashop.open({ url: STORE_URL, key, secret: SECRET }, deps);
      return session.examine({ market, moduleVersion: "0.1.0", ...asked });
    },
  };
}
