// The requests of the Configure page: it trades the code of a pasted address for the secret, and sends
// the webservice key to Weft.
import * as z from "zod";
import { allKeys, METHODS, putKey, removeKey } from "../api/keys";
import { fingerprint } from "../fingerprint";
import { putSetting, versionOf, wallTime, type Store } from "../store";
import { keyRights } from "./key-rights";
import type { Deliver } from "./outbox";
import { signedHeaders } from "./sign";
import {
  installation,
  knows03,
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

/** The simulated back office has the folder of its pages. */
const adminPathOf = ({ baseUrl }: Store) => `${new URL(baseUrl).pathname.replace(/\/$/, "")}/admin`;

/** Trades the code of a pasted address with `?pair=` for the secret, and saves it. */
export async function pair(store: Store, deliver: Deliver, pasted: string): Promise<PairingResult> {
  const installed = installation(store);
  const address = URL.canParse(pasted) ? new URL(pasted) : undefined;
  const code = address?.searchParams.get("pair");
  if (!installed || !address || !code) return failed("This is no address from Weft.");
  // The Configure page is a page of the back office.
  putInstallation(store, { ...installed, adminPath: adminPathOf(store) });
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

/** A key of the module, active, with exactly these rights and for this shop; every call gives the same key. */
function ensureKey(store: Store, key: string, permissions: Grants): void {
  const known = allKeys(store).find((it) => it.key === key);
  putKey(store, {
    key,
    description: known?.description ?? "Weft",
    permissions: keyRights(store, permissions),
    active: true,
    ...(knows03(store) ? { shopId: store.shopId } : {}),
  });
}

const newKey = ({ installId }: Installation, number: number) =>
  fingerprint(installId, "webservice key", ...(number === 0 ? [] : [String(number)])).toUpperCase();

const OLD_KEY_MS = 3_600_000;

/** Makes the key if it is missing, switches the webservice on, and sends the key to Weft. */
export async function handOver(store: Store, deliver: Deliver): Promise<PairingResult> {
  const installed = installation(store);
  const settings = moduleSettings(store);
  if (!installed || !settings?.permissions)
    return failed("Paste the address from Weft and save it first.");
  // Weft may have the next key already.
  if (installed.nextKey !== undefined) return replaceKey(store, deliver);
  const key = installed.key ?? newKey(installed, 0);
  ensureKey(store, key, settings.permissions);
  putInstallation(store, { ...installed, key });
  const reply = await sendKey(store, deliver, key);
  return isTaken(reply) ? welcomed(reply) : failed(failureText(reply));
}

/** Sends Weft another key; the one before is good for an hour more. */
export async function replaceKey(store: Store, deliver: Deliver): Promise<PairingResult> {
  const installed = installation(store);
  const settings = moduleSettings(store);
  if (!installed?.key || !settings?.permissions)
    return failed("Paste the address from Weft and save it first.");
  const { key, oldKey } = installed;
  const { nextKey: begun, ...known } = installed;
  const rest = {
    ...known,
    replacements: (known.replacements ?? 0) + (begun === undefined ? 1 : 0),
  };
  const nextKey = begun ?? newKey(installed, rest.replacements);
  ensureKey(store, nextKey, settings.permissions);
  putInstallation(store, { ...rest, nextKey });
  const reply = await sendKey(store, deliver, nextKey);
  if (!isTaken(reply)) {
    if (reply.status < 400 || reply.status >= 500) return failed(failureText(reply));
    removeKey(store, nextKey);
    putInstallation(store, rest);
    return failed(failureText(reply));
  }
  if (oldKey) removeKey(store, oldKey.key);
  const untilMs = store.clock.now() + OLD_KEY_MS;
  putInstallation(store, { ...rest, key: nextKey, oldKey: { key, untilMs } });
  return welcomed(reply);
}

async function sendKey(store: Store, deliver: Deliver, key: string): Promise<Reply> {
  const installed = installation(store);
  const settings = moduleSettings(store);
  if (!installed || !settings) return { status: 0, body: undefined };
  putSetting(store, "PS_WEBSERVICE", "1");
  const at = store.clock.now();
  const body = JSON.stringify({ type: "credentials", at, key, shop: card(store, installed) });
  const headers = await signedHeaders(settings.secret, wallTime(store), body);
  return send(deliver, `${settings.webhookUrl}/credentials`, body, headers);
}

const isTaken = ({ status, body }: Reply) => status === 200 && Connected.safeParse(body).success;

const welcomed = ({ body }: Reply) =>
  done(`Connected: Weft reads ${Connected.parse(body).shopName}.`);
