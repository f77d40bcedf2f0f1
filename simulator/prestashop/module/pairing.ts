// The requests of the Configure page: it trades the code of a pasted address for the secret, and sends
// the webservice key to Weft.
import * as z from "zod";
import { allKeys, METHODS, putKey } from "../api/keys";
import { fingerprint } from "../fingerprint";
import { putSetting, versionOf, wallTime, type Store } from "../store";
import { keyRights } from "./key-rights";
import type { Deliver } from "./outbox";
import { signedHeaders } from "./sign";
import {
  installation,
  moduleSettings,
  putInstallation,
  putModuleSettings,
  type Grants,
  type Installation,
} from "./state";

/** The result of a step, with a sentence for the page. */
export interface PairingResult {
  isDone: boolean;
  text: string;
}

const Paired = z.object({
  secret: z.string().min(1),
  webhookUrl: z.url(),
  permissions: z.record(z.string(), z.array(z.enum(METHODS))),
});
const Connected = z.object({ connected: z.literal(true), shopName: z.string() });
const Refused = z.object({ error: z.object({ code: z.string(), text: z.string().optional() }) });

const done = (text: string): PairingResult => ({ isDone: true, text });
const failed = (text: string): PairingResult => ({ isDone: false, text });

interface Reply {
  status: number;
  body: unknown;
}

async function send(
  deliver: Deliver,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Reply> {
  try {
    const response = await deliver(new Request(url, { method: "POST", headers, body }));
    const text = await response.text();
    return { status: response.status, body: asJson(text) };
  } catch {
    return { status: 0, body: undefined };
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Weft's own error text, else a text for the status; 0 means no answer. */
function failureText({ status, body }: Reply): string {
  const refused = Refused.safeParse(body);
  const error = refused.success ? refused.data.error : undefined;
  if (error) return error.text ?? `Weft refused: ${error.code}.`;
  return status === 0 ? "Weft could not be reached." : `Weft answered ${status}.`;
}

const card = (store: Store, { version }: Installation) => ({
  url: store.baseUrl,
  version: versionOf(store),
  module: version,
});

/** Trades the code of a pasted address with `?pair=` for the secret, and saves it. */
export async function pair(store: Store, deliver: Deliver, pasted: string): Promise<PairingResult> {
  const installed = installation(store);
  const address = URL.canParse(pasted) ? new URL(pasted) : undefined;
  const code = address?.searchParams.get("pair");
  if (!installed || !address || !code) return failed("This is no address from Weft.");
  const body = JSON.stringify({
    code,
    installId: installed.installId,
    shop: card(store, installed),
  });
  const url = `${address.origin}${address.pathname}/pair`;
  const reply = await send(deliver, url, body, { "content-type": "application/json" });
  const paired = Paired.safeParse(reply.body);
  if (reply.status !== 200 || !paired.success) return failed(failureText(reply));
  putModuleSettings(store, paired.data);
  return done("Paired with Weft. One step is left: create the key and connect.");
}

/** The module's own key, active and with exactly these rights; every call gives the same key. */
function ensureKey(store: Store, installed: Installation, permissions: Grants): string {
  const key = installed.key ?? fingerprint(installed.installId, "webservice key").toUpperCase();
  const known = allKeys(store).find((it) => it.key === key);
  const description = known?.description ?? "Weft";
  putKey(store, { key, description, permissions: keyRights(store, permissions), active: true });
  putInstallation(store, { ...installed, key });
  return key;
}

/** Makes the key if it is missing, switches the webservice on, and sends the key to Weft. */
export async function handOver(store: Store, deliver: Deliver): Promise<PairingResult> {
  const installed = installation(store);
  const settings = moduleSettings(store);
  if (!installed || !settings?.permissions)
    return failed("Paste the address from Weft and save it first.");
  const key = ensureKey(store, installed, settings.permissions);
  putSetting(store, "PS_WEBSERVICE", "1");
  const at = store.clock.now();
  const body = JSON.stringify({ type: "credentials", at, key, shop: card(store, installed) });
  const headers = await signedHeaders(settings.secret, wallTime(store), body);
  const reply = await send(deliver, `${settings.webhookUrl}/credentials`, body, headers);
  const connected = Connected.safeParse(reply.body);
  if (reply.status !== 200 || !connected.success) return failed(failureText(reply));
  return done(`Connected: Weft reads ${connected.data.shopName}.`);
}
