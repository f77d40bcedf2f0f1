/** The simulated shops as the Worker is set up for them, and what nobody may find of that. */
import { worldClock } from "../../../simulator/clock";
import { createWorld, type World } from "../../../simulator/world";
import type { Timeline } from "../machine/timeline";
import { WEFT, type SimulatedWorker } from "../machine/worker";
import { FIRST, PLACES, SECOND, type Place } from "../places";
import type { SharedStorage } from "./shared-storage";

export const WEBSERVICE_KEY = "SIMULATED0WEBSERVICE0KEY0OF0SHOP";
const TIKTOK = "https://tiktok.example";

export const VARS = {
  PUBLIC_URL: WEFT,
  AUTH_SECRET: "a secret of the simulation, long enough",
  SEALING_KEYS: JSON.stringify({ 1: Buffer.alloc(32, 7).toString("base64") }),
  TIKTOK_APP_KEY: "6simapp001",
  TIKTOK_APP_SECRET: "0123456789abcdef0123456789abcdef01234567",
  TIKTOK_SERVICE_ID: "7000000000000000002",
  TIKTOK_API_BASE: "https://open-api.tiktokglobalshop.com",
  TIKTOK_AUTH_BASE: "https://auth.tiktok-shops.com",
  TIKTOK_AUTHORIZE_US: "https://services.us.tiktokshop.com/open/authorize",
  TIKTOK_AUTHORIZE_GLOBAL: "https://services.tiktokshop.com/open/authorize",
};

/** Texts that nobody may find in what is stored or logged. */
export const secretsOf = ({ world }: { world: World }): string[] => {
  const modules = PLACES.flatMap(({ storeOf }) => storeOf(world).moduleSettings()?.secret ?? []);
  return [VARS.TIKTOK_APP_SECRET, VARS.AUTH_SECRET, WEBSERVICE_KEY, ...modules];
};

const toSeller = ({ seller }: Place) => ({ name: seller, label: "UK Seller", regions: ["GB"] });

export function openWorld(
  storage: SharedStorage,
  timeline: Timeline,
  worker: SimulatedWorker,
): World {
  const options = {
    storage,
    clock: worldClock(storage, () => timeline.now()),
    origin: TIKTOK,
    appKey: VARS.TIKTOK_APP_KEY,
    appSecret: VARS.TIKTOK_APP_SECRET,
    serviceId: VARS.TIKTOK_SERVICE_ID,
    redirectUrl: `${WEFT}/oauth/tiktok-shop/callback`,
    webhookUrl: `${WEFT}/webhooks/tiktok-shop`,
    webserviceKey: WEBSERVICE_KEY,
    prestashop8Url: FIRST.storeUrl,
    prestashop9Url: SECOND.storeUrl,
    deliver: (request: Request) => worker.fetch(request),
  };
  return createWorld(options, { tiktok: { sellers: PLACES.map(toSeller) } });
}
