// Signed calls to the module of a simulated store, as docs/module.md describes them.
import { expect } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { BASE_URL, demoStore } from "./prestashop-goldens";

export const SECRET = "a shared secret of at least 32 characters";
export const NOW_SECONDS = Date.parse("2026-11-23T11:14:46Z") / 1000;
export const API = "/index.php?fc=module&module=weft&controller=api";

export function pairedStore(): PrestaShop {
  const store = demoStore("8.2.1");
  store.configureModule({ webhookUrl: "https://app.example/hook", secret: SECRET });
  return store;
}

/** The signature of the protocol, computed apart from the code under test. */
export async function sign(secret: string, timestamp: number, body: string): Promise<string> {
  const encode = (part: string) => new TextEncoder().encode(part);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encode(secret), algorithm, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, encode(`${timestamp}.${body}`));
  return `v1=${Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export interface Sent {
  secret?: string;
  timestamp?: number;
  headers?: Record<string, string>;
}

/** Posts raw text to the module, signed unless `sent` gives other headers. */
export async function post(store: PrestaShop, body: string, sent: Sent = {}): Promise<Response> {
  const { secret = SECRET, timestamp = NOW_SECONDS } = sent;
  const headers = sent.headers ?? {
    "x-weft-timestamp": String(timestamp),
    "x-weft-signature": await sign(secret, timestamp, body),
  };
  return store.fetch(new Request(BASE_URL + API, { method: "POST", headers, body }));
}

interface Answer {
  ok?: Record<string, unknown>;
  refused?: { code: string; facts: Record<string, unknown> };
}

let number = 0;

/** One call; its answer is checked for its id and its signature. */
export async function ask(
  store: PrestaShop,
  call: string,
  asked: object = {},
  secret = SECRET,
): Promise<Answer> {
  number += 1;
  const id = `call-${number}`;
  const response = await post(store, JSON.stringify({ call, id, with: asked }), { secret });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  const timestamp = Number(response.headers.get("x-weft-timestamp"));
  expect(response.headers.get("x-weft-signature")).toBe(await sign(secret, timestamp, text));
  const { answer, ...rest } = JSON.parse(text) as Answer & { answer: string };
  expect(answer).toBe(id);
  return rest;
}

/** The `ok` of a call that is not refused. */
export async function done<T>(store: PrestaShop, call: string, asked: object = {}): Promise<T> {
  const answer = await ask(store, call, asked);
  expect(answer.refused).toBeUndefined();
  return answer.ok as T;
}
