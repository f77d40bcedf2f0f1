/**
 * The outside world of the tests inside workerd: both simulated shops behind the real host names,
 * reached through the global fetch. Whoever else is called fails the test.
 */
import { exports } from "cloudflare:workers";
import { afterEach, expect, vi } from "vitest";
import { worldClock } from "../../simulator/clock";
import type { Fault } from "../../simulator/faults";
import { memoryStorage } from "../../simulator/storage";
import { createWorld, type World, type WorldSeed } from "../../simulator/world";
import { holdToContract } from "./contract-answers";

export const WEFT = "https://weft.example";
export const STORE_8 = "https://shop-8.example";
export const STORE_9 = "https://shop-9.example";
/** Accepted by both simulated PrestaShops. */
export const WEBSERVICE_KEY = "TESTS0WEBSERVICE0KEY0OF0THE0SHOP";

const TIKTOK_HOSTS = new Set([
  "open-api.tiktokglobalshop.com",
  "auth.tiktok-shops.com",
  "services.us.tiktokshop.com",
  "services.tiktokshop.com",
  // Where the simulated platform shows its pictures.
  "tiktok.example",
]);

export interface SimulatedWorld extends World {
  /** Plants faults, as the control API does. */
  disturb(...faults: Omit<Fault, "id">[]): void;
  /** The last webhook bodies that reached Weft, for repeating them. */
  delivered: Request[];
}

const strangers: string[] = [];
let faultNumber = 0;

/**
 * Takes the real network away for good: an alarm that rings after its test has nobody to call. Such
 * a late call is refused in silence, for it belongs to no test.
 */
export function removeNetwork(): void {
  globalThis.fetch = () => Promise.reject(new TypeError("the tests have no network"));
}

/** Until a world is made, every outside request fails the run. */
export function forbidUnknownHosts(): void {
  strangers.length = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
    refuse(new Request(input, init)),
  );
}

afterEach(() => {
  vi.restoreAllMocks();
  expect(strangers).toEqual([]);
});

function refuse(request: Request): Promise<Response> {
  const { host } = new URL(request.url);
  strangers.push(`${request.method} ${host}`);
  return Promise.reject(new TypeError(`no such host in this test: ${host}`));
}

/** A fresh world with nobody connected; answers the global fetch until the test ends. */
export function simulatedWorld(seed: WorldSeed = {}): SimulatedWorld {
  const storage = memoryStorage();
  const delivered: Request[] = [];
  const world = createWorld(
    {
      storage,
      clock: worldClock(storage),
      origin: "https://tiktok.example",
      appKey: "6testapp01",
      appSecret: "0123456789abcdef0123456789abcdef01234567",
      serviceId: "7000000000000000001",
      redirectUrl: `${WEFT}/oauth/tiktok-shop/callback`,
      webhookUrl: `${WEFT}/webhooks/tiktok-shop`,
      webserviceKey: WEBSERVICE_KEY,
      prestashop8Url: STORE_8,
      prestashop9Url: STORE_9,
      deliver: async (request) => {
        delivered.push(request.clone() as Request);
        return callWeft(request);
      },
    },
    seed,
  );
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const request = new Request(input, init);
    return answer(world, request);
  });
  return {
    ...world,
    delivered,
    disturb: (...faults) => {
      for (const fault of faults) {
        faultNumber += 1;
        storage.put("fault", `fault-${faultNumber}`, { ...fault, id: `fault-${faultNumber}` });
      }
    },
  };
}

/** A request to the product itself, through the whole Worker; its answer is held to the contract. */
export async function callWeft(request: Request): Promise<Response> {
  const response = await exports.default.fetch(request);
  await holdToContract(request, response);
  return response;
}

async function answer(world: World, request: Request): Promise<Response> {
  const { origin, host } = new URL(request.url);
  const isKnown = origin === STORE_8 || origin === STORE_9 || TIKTOK_HOSTS.has(host);
  if (!isKnown) return refuse(request);
  const { signal } = request;
  const hangUp = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  return Promise.race([world.fetch(request), hangUp]);
}
