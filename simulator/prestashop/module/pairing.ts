// What the Configure page does over the wire: takes the secret for the code of a pasted address, and
// hands over the webservice key it made.
import * as z from "zod";
import { allKeys, METHODS, putKey } from "../api/keys";
import { fingerprint } from "../orders/save-people";
import { putSetting, versionOf, wallTime, type Shop } from "../shop";
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

/** How a step ended, in a sentence the page shows. */
export interface Outcome {
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

const done = (text: string): Outcome => ({ isDone: true, text });
const failed = (text: string): Outcome => ({ isDone: false, text });

interface Heard {
  status: number;
  body: unknown;
}

async function send(
  deliver: Deliver,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Heard> {
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

/** What Weft said against it, else what an answer of this kind means. */
function complaint({ status, body }: Heard): string {
  const refused = Refused.safeParse(body);
  const said = refused.success ? refused.data.error : undefined;
  if (said) return said.text ?? `Weft refused: ${said.code}.`;
  return status === 0 ? "Weft could not be reached." : `Weft answered ${status}.`;
}

const card = (shop: Shop, { version }: Installation) => ({
  url: shop.baseUrl,
  version: versionOf(shop),
  module: version,
});

/** Takes an address with `?pair=` as it was pasted, and keeps the secret the code is good for. */
export async function pair(shop: Shop, deliver: Deliver, pasted: string): Promise<Outcome> {
  const installed = installation(shop);
  const address = URL.canParse(pasted) ? new URL(pasted) : undefined;
  const code = address?.searchParams.get("pair");
  if (!installed || !address || !code) return failed("This is no address from Weft.");
  const body = JSON.stringify({
    code,
    installId: installed.installId,
    shop: card(shop, installed),
  });
  const url = `${address.origin}${address.pathname}/pair`;
  const heard = await send(deliver, url, body, { "content-type": "application/json" });
  const paired = Paired.safeParse(heard.body);
  if (heard.status !== 200 || !paired.success) return failed(complaint(heard));
  putModuleSettings(shop, paired.data);
  return done("Paired with Weft. One step is left: create the key and connect.");
}

/** The module's own key, active and with exactly these rights; the same one every time. */
function ensureKey(shop: Shop, installed: Installation, permissions: Grants): string {
  const key = installed.key ?? fingerprint(installed.installId, "webservice key").toUpperCase();
  const known = allKeys(shop).find((it) => it.key === key);
  const description = known?.description ?? "Weft";
  putKey(shop, { key, description, permissions: keyRights(shop, permissions), active: true });
  putInstallation(shop, { ...installed, key });
  return key;
}

/** Makes the key if need be, switches the webservice on, and gives the key to Weft. */
export async function handOver(shop: Shop, deliver: Deliver): Promise<Outcome> {
  const installed = installation(shop);
  const settings = moduleSettings(shop);
  if (!installed || !settings?.permissions)
    return failed("Paste the address from Weft and save it first.");
  const key = ensureKey(shop, installed, settings.permissions);
  putSetting(shop, "PS_WEBSERVICE", "1");
  const at = shop.clock.now();
  const body = JSON.stringify({ type: "credentials", at, key, shop: card(shop, installed) });
  const headers = await signedHeaders(settings.secret, wallTime(shop), body);
  const heard = await send(deliver, `${settings.webhookUrl}/credentials`, body, headers);
  const connected = Connected.safeParse(heard.body);
  if (heard.status !== 200 || !connected.success) return failed(complaint(heard));
  return done(`Connected: Weft reads ${connected.data.shopName}.`);
}
