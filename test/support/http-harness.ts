/**
 * The web side alone, for tests: the real app over real bindings, both simulated shops behind the
 * global fetch, and a ledger that only records its calls.
 */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { WorldSeed } from "../../simulator/world";
import { compose, withActions } from "../../src/compose";
import { freshAccessOf } from "../../src/compose/channel-access";
import { openConnection } from "../../src/compose/open-connection";
import { keepMail } from "../../src/db/accounts/mails";
import { describeApi } from "../../src/contract/describe-api";
import { createApp } from "../../src/http/app";
import type { AppServices } from "../../src/http/context";
import type { LedgerApi } from "../../src/sync/ledger-api";
import { onceFor } from "../../src/lib/once-for";
import { jsonLog } from "../../src/lib/log";
import { outboxMailer } from "../../src/lib/mail";
import { DONE_REPLAY, ONE_WRITE } from "./journal-samples";
import { holdToContract } from "./contract-answers";
import { cookieOf } from "./session-cookie";
import { simulatedWorld, STORE_8, WEBSERVICE_KEY, WEFT } from "./simulated-world";

export const PASSWORD = "a long enough password";

export interface LedgerCall {
  connectionId: string;
  method: keyof LedgerApi;
  given: readonly unknown[];
}

export interface CallOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  cookie?: string | undefined;
}

/** What the build puts among the files, without one. */
const withDocument = (assets: AppServices["assets"]): AppServices["assets"] => ({
  fetch: async (request) =>
    new URL(request.url).pathname === "/openapi.json"
      ? Response.json(describeApi())
      : assets.fetch(request),
});

/** The app with both simulated shops behind it; `overrides` change what the environment says. */
export function setupHttp(overrides: Partial<AppServices["settings"]> = {}, seed: WorldSeed = {}) {
  const ledgerCalls: LedgerCall[] = [];
  const lines: string[] = [];
  const world = simulatedWorld(seed);
  const mail = { isDown: false };
  const make = (bindings: Cloudflare.Env): AppServices => {
    const services = compose(bindings);
    const merged = {
      ...services,
      settings: { ...services.settings, ...overrides },
      assets: withDocument(services.assets),
      log: jsonLog((line) => lines.push(line)),
      mailer: outboxMailer((sent) => {
        if (mail.isDown) throw new Error("550 no");
        return keepMail(services.db, services.newId("mail"), sent, services.now());
      }),
    };
    const ledger = (id: string) => recordingLedger(merged, id, ledgerCalls);
    return withActions({
      ...merged,
      ledger,
      openConnection: (id) => openConnection(merged, id, ledger(id)),
    });
  };
  // As the Worker does.
  const servicesOf = onceFor(make);
  const app = createApp(servicesOf);

  async function call(path: string, options: CallOptions = {}): Promise<Response> {
    const { method = "GET", body, cookie, headers = {} } = options;
    const isChange = method !== "GET";
    const request = new Request(`${WEFT}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(isChange ? { origin: WEFT, "content-type": "application/json" } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const context = createExecutionContext();
    const response = await app.fetch(request, env, context);
    await waitOnExecutionContext(context);
    await holdToContract(request, response);
    return response;
  }

  return { call, app, world, mail, ledgerCalls, lines, services: servicesOf(env) };
}

export type HttpHarness = ReturnType<typeof setupHttp>;

/** Presses the link of the mail in the browser that signed up; answers the cookie of the session. */
async function confirmed(harness: HttpHarness, email: string, browser: string): Promise<string> {
  const token = await mailedToken(email);
  const answer = await harness.call("/api/auth/confirm-email", {
    method: "POST",
    body: { token },
    cookie: browser,
    headers: { "cf-connecting-ip": email },
  });
  if (!answer.ok) throw new Error(`not confirmed: ${await answer.text()}`);
  return cookieOf(answer);
}

/** What the link of the last mail to an address carries. */
export async function mailedToken(email: string): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT body FROM mail_outbox WHERE recipient = ? ORDER BY created_at",
  )
    .bind(email)
    .all<{ body: string }>();
  return /#token=([^\s&]+)/.exec(results.at(-1)?.body ?? "")?.[1] ?? "";
}

/** A person who signed up, with the cookie of the session. */
export async function signUp(harness: HttpHarness, email: string, name = "Ada") {
  const response = await harness.call("/api/auth/sign-up/email", {
    method: "POST",
    body: { email, password: PASSWORD, name },
    // Everybody at an address of their own: the edge limiter counts by address.
    headers: { "cf-connecting-ip": email },
  });
  if (!response.ok) throw new Error(`sign-up refused: ${await response.text()}`);
  const { needsConfirmation } = await response.json<{ needsConfirmation?: boolean }>();
  const cookie = needsConfirmation
    ? await confirmed(harness, email, cookieOf(response))
    : cookieOf(response);
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const answer = await harness.call(path, {
      method,
      cookie,
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  return { email, cookie, send };
}

export type Person = Awaited<ReturnType<typeof signUp>>;

/** A connection with its store connected, at the step of authorisation. */
export async function connectionWithStore(person: Person, name = "My shop"): Promise<string> {
  const created = await person.send<{ id: string }>("POST", "/api/connections", {
    name,
    source: "prestashop",
    channel: "tiktok-shop",
  });
  const { id } = created.body;
  const put = await person.send(`PUT`, `/api/connections/${id}/source`, {
    url: STORE_8,
    key: WEBSERVICE_KEY,
  });
  if (put.status !== 200) throw new Error(`store refused: ${JSON.stringify(put.body)}`);
  return id;
}

/** Starts the authorisation and answers the state the seller carries along. */
export async function beginAuthorization(person: Person, id: string): Promise<string> {
  const begun = await person.send<{ url: string }>(`POST`, `/api/connections/${id}/authorize`, {
    market: "GB",
  });
  return new URL(begun.body.url).searchParams.get("state") ?? "";
}

/** The seller of a region agrees and comes back; answers where the browser is sent. */
export async function comeBack(
  harness: HttpHarness,
  person: Person,
  state: string,
  region = "GB",
): Promise<string> {
  const shop = harness.world.tiktok.shops().find((row) => row.region === region);
  const code = harness.world.tiktok.authorize(shop?.id ?? "");
  const query = new URLSearchParams({ code, state });
  const response = await harness.call(`/oauth/tiktok-shop/callback?${query.toString()}`, {
    cookie: person.cookie,
  });
  return response.headers.get("location") ?? "";
}

function recordingLedger(
  services: AppServices,
  connectionId: string,
  calls: LedgerCall[],
): LedgerApi {
  const note = (method: keyof LedgerApi, ...given: unknown[]) => {
    calls.push({ connectionId, method, given });
  };
  return {
    async ingestChannelEvent(event) {
      note("ingestChannelEvent", event);
      return { isNew: true };
    },
    async ingestSourceEvent(event) {
      note("ingestSourceEvent", event);
      return { isNew: true };
    },
    hasSourceEvent: async (id) =>
      calls.some(
        ({ method, given }) =>
          method === "ingestSourceEvent" && (given[0] as { deliveryId: string }).deliveryId === id,
      ),
    observe: async () => note("observe"),
    planStock: async () => [],
    readStock: async () => [],
    previewStock: async (seen) => seen.map(({ quantity }) => quantity),
    readCategoryStock: async () => null,
    readStockOfCategory: async () => null,
    setCategoryStock: async (...given) => note("setCategoryStock", ...given),
    placeCategories: async () => note("placeCategories"),
    bindOffers: async () => note("bindOffers"),
    resend: async () => {
      note("resend");
      return [];
    },
    unbindOffers: async () => note("unbindOffers"),
    relinkOffers: async () => note("relinkOffers"),
    doubtOffers: async () => note("doubtOffers"),
    noteListingStates: async () => note("noteListingStates"),
    setProductRules: async () => note("setProductRules"),
    readProductRules: async () => [],
    changeProductRule: async () => note("changeProductRule"),
    readLowStock: async () => [],
    readPauses: async (ids) => ids.map(() => null),
    rereadProducts: async () => note("rereadProducts"),
    releaseOrders: async () => note("releaseOrders"),
    retryOrder: async (id) => note("retryOrder", id),
    async handOver(...given) {
      note("handOver", ...given);
      return true;
    },
    async packOrder(...given) {
      note("packOrder", ...given);
      return null;
    },
    async syncOrder(id) {
      note("syncOrder", id);
      return { state: "imported" };
    },
    async answerRequest(...given) {
      note("answerRequest", ...given);
      return true;
    },
    forgetBuyers: async (ids) => note("forgetBuyers", ids),
    async acknowledgeRefunds(...given) {
      note("acknowledgeRefunds", ...given);
      return true;
    },
    async chooseVariant(choice) {
      note("chooseVariant", choice);
      return "chosen";
    },
    pollOrders: async () => note("pollOrders"),
    noteWrites: async () => undefined,
    readJournal: async (query) => {
      note("readJournal", query);
      return ONE_WRITE;
    },
    replay: async (terms) => {
      note("replay", terms);
      return DONE_REPLAY;
    },
    readReplay: async () => DONE_REPLAY,
    poke: async () => note("poke"),
    lease: async (_side, wanted) => ({ granted: wanted, waitMs: 0 }),
    readCorrections: async () => [],
    auditOrders: async () => [],
    receiveOrders: async () => undefined,
    readFates: async () => [],
    readCounts: async () => [],
    readOrdersNow: async () => true,
    correctOffers: async () => undefined,
    readFlow: async () => ({ waiting: [], silentUntil: { source: null, channel: null } }),
    endSilence: async () => {},
    readTraffic: async () => ({ used: 7, atOnce: 2, blockedUntil: null }),
    freshAccess: (stale) => freshAccessOf(services, connectionId, stale),
    setActive: async (isActive) => note("setActive", isActive),
    erase: async () => note("erase"),
  };
}
