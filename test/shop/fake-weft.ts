/**
 * Weft as the module in a real store meets it: pairs by one code, takes the key, and receives events. It
 * checks signatures with the product's own code and can be set to be down.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { NEEDED_PERMISSIONS } from "../../src/domain/connections/store-permissions";
import { readFreshlySignedAt } from "../../src/platforms/prestashop/signature";
import { verifyEvent } from "../../src/platforms/prestashop/webhook";
import type { SourceEvent } from "../../src/platforms/source";
import { ask, readOutbox } from "./local-store";

export const CODE = "one-hour-only";
const SOONEST_END_MS = 400;
/** A store whose PHP cannot answer before it is done sends seldom by itself; Weft asks it to. */
const ASKED_EACH_MS = 3_000;
const LATEST_END_MS = 30_000;

export interface FakeWeft {
  url: string;
  secret: string;
  /** What 200 is answered with to events; another status: Weft is down. */
  status: number;
  /** Bodies of pairings and hand-overs, in order. */
  said: Record<string, unknown>[];
  events: SourceEvent[];
  /** Deliveries whose signature was not that of `secret`. */
  strangers: number;
  /** The events that an action causes, as "stock.changed 8,9", once the store has sent all it recorded. */
  eventsOf(action: () => Promise<unknown>, least?: number): Promise<string[]>;
  close(): void;
}

export async function startFakeWeft(): Promise<FakeWeft> {
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const weft: FakeWeft = {
    url: `http://127.0.0.1:${port}/webhooks/source/c1`,
    secret: "the-secret-of-the-connection-000000000001",
    status: 200,
    said: [],
    events: [],
    strangers: 0,
    eventsOf,
    close: () => server.close(),
  };

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const body = await bytesOf(request);
    const headers = new Headers(request.headers as Record<string, string>);
    if (request.url?.endsWith("/pair")) return pair(JSON.parse(new TextDecoder().decode(body)));
    if (request.url?.endsWith("/credentials")) return takeKey(headers, body);
    if (weft.status !== 200) return { status: weft.status, body: {} };
    const event = await verifyEvent(weft.secret, headers, body, Date.now());
    if (event) weft.events.push(event);
    else weft.strangers += 1;
    return { status: event ? 200 : 401, body: {} };
  }

  function pair(said: Record<string, unknown>) {
    weft.said.push(said);
    if (said["code"] !== CODE)
      return { status: 401, body: { error: { code: "pairing.code_invalid" } } };
    const { secret, url } = weft;
    return { status: 200, body: { secret, webhookUrl: url, permissions: NEEDED_PERMISSIONS } };
  }

  async function takeKey(headers: Headers, body: Uint8Array) {
    if ((await readFreshlySignedAt(weft.secret, headers, body, Date.now())) === null)
      return { status: 401, body: { error: { code: "unauthorized" } } };
    weft.said.push(JSON.parse(new TextDecoder().decode(body)));
    return { status: 200, body: { connected: true, shopName: "The shop" } };
  }

  async function eventsOf(action: () => Promise<unknown>, least = 1): Promise<string[]> {
    const before = weft.events.length;
    await action();
    const until = Date.now() + LATEST_END_MS;
    let asksAt = Date.now() + ASKED_EACH_MS;
    const waitWhile = async (isWaiting: () => boolean | Promise<boolean>) => {
      while (Date.now() < until && (await isWaiting())) {
        await pause(50);
        if (Date.now() < asksAt) continue;
        await ask(weft.secret, "flush");
        asksAt = Date.now() + ASKED_EACH_MS;
      }
    };
    await waitWhile(() => weft.events.length < before + least);
    // An event too many is in the outbox by now, however long a busy machine takes to send it.
    await pause(SOONEST_END_MS);
    await waitWhile(async () => (await readOutbox(weft.secret)).waiting > 0);
    return weft.events
      .slice(before)
      .map(({ kind, ids }) => `${kind} ${ids.join(",")}`)
      .toSorted();
  }

  return weft;
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
