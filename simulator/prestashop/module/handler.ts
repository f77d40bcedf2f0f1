// The handler of the module's address. It checks size, signature and clock before it parses JSON, and
// signs the answer to a signed call by the secret of the call.
import { HTML, type Answer } from "../api/answer";
import { BrokenAnswer, Died } from "../failure";
import { switches, wallTime, type Store } from "../store";
import { readCall, type ReadCall } from "./bodies";
import { Refusal } from "./refusal";
import { signedHeaders, signEvent } from "./sign";
import { acceptedSecrets, dropOldKey } from "./state";

/**
 * Runs one call signed by this secret. Returns the content of `ok`; throws a Refusal, or another error
 * as a failure.
 */
export type PerformCall = (call: ReadCall, signedBy: string) => unknown;

export interface ModuleRequest {
  method: string;
  headers: Headers;
  body: Uint8Array;
}

const MAX_BYTES = 1_048_576;
const WINDOW_SECONDS = 300;
const JSON_TYPE = "application/json";

const unsigned = (status: number, body: object): Answer => ({
  status,
  body: JSON.stringify(body),
  contentType: JSON_TYPE,
});

async function signed(
  store: Store,
  secret: string,
  status: number,
  content: object,
): Promise<Answer> {
  const body = JSON.stringify(content);
  return { status, body, headers: await signedHeaders(secret, wallTime(store), body) };
}

/** The secret this call is signed by, of those the module accepts now. */
async function signerOf(
  store: Store,
  { headers, body }: ModuleRequest,
): Promise<string | undefined> {
  const timestamp = headers.get("x-weft-timestamp") ?? "";
  const signature = headers.get("x-weft-signature") ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return undefined;
  for (const secret of acceptedSecrets(store, wallTime(store)))
    if ((await signEvent(secret, timestamp, body)) === signature) return secret;
  return undefined;
}

async function perform(
  call: ReadCall,
  signedBy: string,
  run: PerformCall,
): Promise<[number, object]> {
  try {
    return [200, { answer: call.id, ok: await run(call, signedBy) }];
  } catch (error) {
    if (error instanceof BrokenAnswer) throw error;
    if (!(error instanceof Refusal))
      return [500, { answer: call.id, failed: error instanceof Error ? error.message : "" }];
    const { code, facts } = error;
    return [200, { answer: call.id, refused: { code, facts } }];
  }
}

/** Answers one request to the module's address: 413, 401 and 400 unsigned, else signed. */
export async function answerModuleRequest(
  store: Store,
  request: ModuleRequest,
  run: PerformCall,
): Promise<Answer> {
  if (request.body.length > MAX_BYTES) return unsigned(413, { error: "size" });
  const nowSeconds = Math.floor(wallTime(store) / 1000);
  const unauthorized = (error: string) => unsigned(401, { error, now: nowSeconds });
  if (acceptedSecrets(store, wallTime(store)).length === 0) return unauthorized("unpaired");
  const secret = request.method === "POST" ? await signerOf(store, request) : undefined;
  if (secret === undefined) return unauthorized("signature");
  const sentAt = Number(request.headers.get("x-weft-timestamp"));
  if (Math.abs(nowSeconds - sentAt) > WINDOW_SECONDS) return unauthorized("clock");
  dropOldKey(store);
  const call = readCall(request.body);
  if (!call) return unsigned(400, { error: "body" });
  try {
    const [status, content] = await perform(call, secret, run);
    return signed(store, secret, status, content);
  } catch (error) {
    if (error instanceof Died) switches.dieNext(store, error.left);
    if (!(error instanceof BrokenAnswer)) throw error;
    return { status: error.status, body: error.body, contentType: HTML };
  }
}
