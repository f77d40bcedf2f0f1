/** The start of all histories, made as a merchant makes it: by the routes that the pages call. */
import type { System } from "./system";
import { WEBSERVICE_KEY } from "./world/open-world";
import type { Place } from "./places";
import { WEFT } from "./machine/worker";

export type Transport = "store" | "module";

/** Stored as its hash only. */
export const PASSWORD = "a long enough password";

const PACKAGE_DEFAULTS = { lengthMm: 300, widthMm: 200, heightMm: 100, weightGrams: 400 };

/** A merchant's browser. */
export interface Person {
  connectionId: string;
  transport: Transport;
  place: Place;
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Agrees once more that Weft may act for the shop. */
  authorize(): Promise<void>;
  /** The status that this merchant gets. */
  statusOf(path: string): Promise<number>;
  /** The status that somebody of another account gets. */
  callAsStranger(path: string): Promise<number>;
}

/** Connects store and shop, pulls, maps and pushes everything, and waits until it is on sale. */
export async function makeStart(
  system: System,
  transport: Transport,
  place: Place,
): Promise<Person> {
  const cookie = await signUp(system, place.email);
  const call = (method: string, path: string, body?: unknown) =>
    send(system, cookie, method, path, body);
  const stranger = await signUp(system, `eve-${place.email}`);
  const { id } = (await call("POST", "/api/connections", {
    name: "Simulated",
    source: "prestashop",
    channel: "tiktok-shop",
  })) as { id: string };
  const own = `/api/connections/${id}`;
  if (transport === "module") await installModule(system, place, call, own);
  else await call("PUT", `${own}/source`, { url: place.storeUrl, key: WEBSERVICE_KEY });
  const agree = async () => {
    const { url } = (await call("POST", `${own}/authorize`, { market: "GB" })) as { url: string };
    await authorize(system, place, cookie, url);
  };
  await agree();
  const { settingsVersion } = (await call("GET", own)) as { settingsVersion: number };
  await call("PATCH", `${own}/settings`, {
    seenVersion: settingsVersion,
    settings: { packageDefaults: PACKAGE_DEFAULTS, carrierMap: await carrierMap(call, own) },
  });
  await finish(system, call, own, await call("POST", `${own}/pull`, {}));
  await finish(system, call, own, await call("POST", `${own}/categories/suggest`, {}));
  await call("POST", `${own}/categories/accept`, {});
  const selection = { filter: { tab: "all" } };
  await finish(system, call, own, await call("POST", `${own}/push`, { selection }));
  await system.advance(30 * 60_000);
  const used = (await call("GET", own)) as { transport: string };
  if ((used.transport === "module") !== (transport === "module"))
    throw new Error(`the store is reached by the ${used.transport}`);
  const statusFor = (who: string) => async (path: string) =>
    (await answerTo(system, who, "GET", path)).status;
  return {
    connectionId: id,
    transport,
    place,
    call,
    authorize: agree,
    statusOf: statusFor(cookie),
    callAsStranger: statusFor(stranger),
  };
}

/** As the merchant does: the link from Weft is pasted into the module, which makes the key itself. */
async function installModule(
  system: System,
  place: Place,
  call: Person["call"],
  own: string,
): Promise<void> {
  const store = place.storeOf(system.world);
  store.installModule();
  const { url } = (await call("POST", `${own}/pairing`, {})) as { url: string };
  for (const act of [() => store.pairModule(url), () => store.connectModule()]) {
    const { isDone, text } = await system.rest(act());
    if (!isDone) throw new Error(text);
  }
}

async function signUp(system: System, email: string): Promise<string> {
  const request = new Request(`${WEFT}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: WEFT },
    body: JSON.stringify({
      name: "Ada Merchant",
      email,
      password: PASSWORD,
    }),
  });
  const answer = await patient(system, system.worker.fetch(request));
  const cookies = answer.headers.getSetCookie();
  if (!answer.ok) throw new Error(`sign-up: ${answer.status} ${await answer.text()}`);
  return cookies.map((text) => text.split(";")[0]).join("; ");
}

/** Scrypt works on another thread: this wait is one of real time. */
async function patient<T>(system: System, work: Promise<T>): Promise<T> {
  const state = { isOver: false };
  const watched = work.finally(() => {
    state.isOver = true;
  });
  watched.catch(() => {});
  while (!state.isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    await system.advance(0);
  }
  return watched;
}

async function send(
  system: System,
  cookie: string,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const response = await answerTo(system, cookie, method, path, body);
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as unknown;
}

function answerTo(
  system: System,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const headers = { cookie, origin: WEFT, "content-type": "application/json" };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const request = new Request(`${WEFT}${path}`, { method, headers, ...init });
  return system.rest(system.worker.fetch(request));
}

async function authorize(system: System, place: Place, cookie: string, url: string): Promise<void> {
  const { tiktok } = system.world;
  const shop = tiktok.shops().find(({ name }) => name === place.seller);
  if (!shop) throw new Error(`there is no shop ${place.seller}`);
  const state = new URL(url).searchParams.get("state") ?? "";
  const query = new URLSearchParams({ code: tiktok.authorize(shop.id), state });
  const back = new Request(`${WEFT}/oauth/tiktok-shop/callback?${query}`, { headers: { cookie } });
  await system.rest(system.worker.fetch(back));
}

async function carrierMap(call: Person["call"], own: string): Promise<unknown> {
  const { carriers, providers } = (await call("GET", `${own}/carriers`)) as {
    carriers: { reference: string; name: string }[];
    providers: { id: string; name: string }[];
  };
  const [provider = { id: "", name: "" }] = providers;
  return carriers.map(({ reference, name }) => ({
    carrierReference: reference,
    carrierName: name,
    providerId: provider.id,
    providerName: provider.name,
  }));
}

async function finish(system: System, call: Person["call"], own: string, started: unknown) {
  const { taskId } = started as { taskId: string };
  for (let round = 0; round < 200; round += 1) {
    const task = (await call("GET", `${own}/tasks/${taskId}`)) as { state: string };
    if (task.state === "completed") return;
    if (task.state !== "waiting" && task.state !== "running")
      throw new Error(`the start failed: ${JSON.stringify(task)}`);
    await system.advance(5_000);
  }
  throw new Error("the start never ended");
}
