/** A connection that is made by its store's module: the pairing and the hand-over as the module sends them. */
import { createConnection, detailOf } from "./connection-calls";
import { setupHttp, signUp, type HttpHarness } from "./http-harness";
import { signedHeaders } from "./module-signature";
import { STORE_8, WEBSERVICE_KEY } from "./simulated-world";

export const INSTALL = "a".repeat(32);
export const OTHER_INSTALL = "b".repeat(32);
export const HOUR_MS = 3_600_000;
const shop = (url = STORE_8) => ({ url, version: "8.2.1", module: "0.2.0" });

interface Paired {
  secret: string;
  webhookUrl: string;
  permissions: Record<string, string[]>;
}
export type ModuleRefusal = {
  error: { code: string; facts: Record<string, unknown>; text: string };
};

export async function openUnpaired(email: string) {
  const harness = setupHttp();
  const person = await signUp(harness, email);
  const { id } = (await createConnection(person, "By module")).body;
  const offer = async () =>
    (
      await person.send<{ url: string; expiresAt: number }>(
        "POST",
        `/api/connections/${id}/pairing`,
        {},
      )
    ).body;
  const code = async () => new URL((await offer()).url).searchParams.get("pair") ?? "";
  return { harness, person, id, offer, code, detail: () => detailOf(person, id) };
}

export async function pair<T = Paired>(
  harness: HttpHarness,
  id: string,
  body: { code: string; installId?: string } | string,
) {
  const asked = typeof body === "string" ? body : { installId: INSTALL, shop: shop(), ...body };
  const response = await harness.call(`/webhooks/source/${id}/pair`, {
    method: "POST",
    body: asked,
    headers: { origin: "" },
  });
  return { status: response.status, body: (await response.json()) as T };
}

export async function handOver<T>(
  harness: HttpHarness,
  id: string,
  secret: string,
  { key = WEBSERVICE_KEY, url = STORE_8, at }: { key?: string; url?: string; at?: number } = {},
) {
  const body = JSON.stringify({ type: "credentials", at: Date.now(), key, shop: shop(url) });
  const response = await harness.call(`/webhooks/source/${id}/credentials`, {
    method: "POST",
    body,
    headers: { origin: "", ...signedHeaders(secret, body, at) },
  });
  return { status: response.status, body: (await response.json()) as T };
}
