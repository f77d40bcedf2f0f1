// A simulated PrestaShop: webservice, public pictures and back office over one storage.
// Knows nothing of the product that talks to it.
import type { Clock } from "../clock";
import type { Storage } from "../storage";
import { undoable } from "../undoable-storage";
import { HTML, toResponse, type Answer } from "./api/answer";
import { publicImage } from "./api/images";
import { keyOfRequest } from "./api/keys";
import { answerCall } from "./api/webservice";
import { backOffice, type BackOffice } from "./back-office";
import { openTables } from "./data/tables";
import type { Row } from "./data/row";
import type { Flavour } from "./data/schema";
import { hostClock, hostOf, throughHost, behindNoise, withNoise } from "./host";
import { createModule, type StoreModule } from "./module/module";
import { answerPage } from "./pages/pages";
import { resourcesOf } from "./resources/registry";
import { shopAt, storeOfShop } from "./shops";
import { MAIN_SHOP, setting, wallTime, type Store } from "./store";

export interface PrestaShopOptions {
  storage: Storage;
  clock: Clock;
  flavour: Flavour;
  /** Origin and folder of the store, e.g. `http://127.0.0.1:8788/prestashop`. */
  baseUrl: string;
  /** Sends the module's requests: events, pairing and credentials. */
  deliver: (request: Request) => Promise<Response>;
  /** Keeps the rows of several stores apart in one storage. */
  prefix?: string;
}

export interface StoreCall {
  method: string;
  /** Path and query below the store's folder. */
  path: string;
  status: number;
}

export interface PrestaShop extends BackOffice {
  fetch(request: Request): Promise<Response>;
  /** Sends the module's events that are due. */
  tick(): Promise<void>;
  /** World time (epoch ms) of the next due event; absent: nothing is planned. */
  nextDueAt(): number | undefined;
  /** Every request to the webservice or the module since the start or `forgetCalls`. */
  calls(): readonly StoreCall[];
  forgetCalls(): void;
  /** The raw rows of a resource. */
  rows(resource: string): readonly Row[];
}

/** A decoded query; one that cannot be decoded stays as it is. */
function readable(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    return search;
  }
}

const CALLS_KEPT = 20_000;

interface IncomingRequest {
  request: Request;
  /** Below the store's folder, without a slash at the front. */
  path: string;
  query: URLSearchParams;
  body: string;
  bytes: Uint8Array;
}

/** The store as the shop of one request sees it. */
interface Front {
  store: Store;
  module: StoreModule;
  incoming: IncomingRequest;
}

/** Whether a request is to the front controller of the connector's module. */
const isForModule = ({ path, query }: IncomingRequest): boolean =>
  (path === "" || path === "index.php") &&
  query.get("fc") === "module" &&
  query.get("module") === "weft" &&
  query.get("controller") === "api";

/** The webservice path of a request, without slashes at the ends; undefined for another request. */
function apiPath({ path, query }: IncomingRequest): string | undefined {
  const inner = /^api(?:\/(.*))?$/.exec(path);
  const dispatched = path === "webservice/dispatcher.php" ? (query.get("url") ?? "") : undefined;
  const resource = dispatched ?? (inner ? (inner[1] ?? "") : undefined);
  return resource?.replace(/^\/+|\/+$/g, "");
}

/** The redirect that answers a request to another host name than the store's. */
function wrongHost(store: Store, { path, query }: IncomingRequest): Answer {
  const inner = path.replace(/^api\/?/, "");
  const rest = [...query].map(([key, value]) => `&${key}=${value}`).join("");
  const location = `${store.baseUrl}/?url=${inner}${rest}`;
  return { status: 302, body: "", contentType: HTML, headers: { location } };
}

function answerPublic(store: Store, { path }: IncomingRequest): Answer {
  const image = publicImage(store, path);
  if (image) return image;
  if (setting(store, "PS_SHOP_ENABLE") === "0")
    return { status: 503, body: "<h1>We'll be back soon.</h1>", contentType: HTML };
  return { status: 404, body: "<h1>This page could not be found</h1>", contentType: HTML };
}

export function createPrestaShop(options: PrestaShopOptions): PrestaShop {
  const { flavour, prefix = "prestashop " } = options;
  const storage = undoable(options.storage);
  const host = () => hostOf(storage, prefix);
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const base = new URL(baseUrl);
  const folder = base.pathname.replace(/\/$/, "");
  const store: Store = {
    flavour,
    baseUrl,
    storage,
    prefix,
    clock: hostClock(options.clock, host),
    tables: openTables(storage, prefix),
    shopId: MAIN_SHOP,
    resources: resourcesOf(flavour),
    notify: (event) => module.notify(event),
  };
  const deliver = async (request: Request) => {
    if (host().isOutgoingBlocked) throw new TypeError("outgoing requests are blocked");
    return options.deliver(request);
  };
  const module = createModule(store, deliver);
  /** The shop a request is to, with the module as that shop runs it. */
  const frontOf = (asked: IncomingRequest): Front => {
    const { shopId, folder: below } = shopAt(store, asked.path);
    if (shopId === MAIN_SHOP) return { store, module, incoming: asked };
    const ofShop: Store = {
      ...storeOfShop(store, shopId, below),
      notify: (event) => own.notify(event),
    };
    const own = createModule(ofShop, deliver);
    const path = asked.path.slice(below.length);
    return { store: ofShop, module: own, incoming: { ...asked, path } };
  };
  const calls: StoreCall[] = [];
  const logCall = (incoming: IncomingRequest, answer: Answer) => {
    const { pathname, search } = new URL(incoming.request.url);
    calls.push({
      method: incoming.request.method,
      path: pathname.slice(folder.length) + readable(search),
      status: answer.status,
    });
    if (calls.length > CALLS_KEPT) calls.shift();
  };
  const answer = ({ store: shop, module: own, incoming }: Front): Answer => {
    const path = apiPath(incoming);
    if (path === undefined) return answerPublic(shop, incoming);
    const { request, query, body } = incoming;
    const { method } = request;
    const headers = new Headers(request.headers);
    if (host().dropsAuthorization) headers.delete("authorization");
    const given = answerCall(shop, { method, path, query, headers, body });
    own.suppressOwnWrite(keyOfRequest(headers, query), path.split("/")[0] ?? "");
    logCall(incoming, given);
    return withNoise(host(), given);
  };
  const answerModule = async ({ store: shop, module: own, incoming }: Front): Promise<Answer> => {
    const { request, bytes: body } = incoming;
    const { method, headers } = request;
    const said = await own.answer({ method, headers, body });
    const given = said ? behindNoise(host(), said) : answerPublic(shop, incoming);
    logCall(incoming, given);
    return given;
  };
  const office = backOffice(store, module);
  /** Adds the `Date` header that every web server sends. */
  const respond = (given: Answer, request: Request) => {
    const date = new Date(wallTime(store)).toUTCString();
    return toResponse({ ...given, headers: { date, ...given.headers } }, request);
  };
  return {
    ...office,
    fetch: async (request) => {
      const stopped = await throughHost(host(), request, base);
      if (stopped) return respond(stopped, request);
      const bytes = new Uint8Array(await request.arrayBuffer());
      const body = new TextDecoder().decode(bytes);
      const url = new URL(request.url);
      const path = url.pathname.slice(folder.length).replace(/^\/+/, "");
      const incoming = { request, path, query: url.searchParams, body, bytes };
      if (url.host !== base.host) return respond(wrongHost(store, incoming), request);
      const front = frontOf(incoming);
      if (isForModule(front.incoming)) return respond(await answerModule(front), request);
      const page = await answerPage(office, incoming);
      const given = page ?? answer(front);
      front.module.release();
      return respond(given, request);
    },
    tick: () => module.tick(),
    nextDueAt: () => {
      const due = module.nextDueAt();
      return due === undefined ? undefined : due - host().clockSkewMs;
    },
    calls: () => calls,
    forgetCalls: () => void calls.splice(0),
    rows: (resource) => store.tables.all(resource),
  };
}
