// The checks of every call of the Open API, in the documented order: path and method, app key,
// timestamp, signature, token, scope, cipher, rate. They know no product and no order.
import type { Context } from "./context";
import { ApiError, gatewayError, success, type Outcome } from "./envelope";
import { record, type Fields } from "./fields";
import { findRoute } from "./router";
import type { ApiRequest, FilePart, Route } from "./request";
import { requestSignature } from "./signature";
import { shopsOf, type Shop } from "./shops/shop";
import { authorizationFor, type Authorization } from "./tokens/authorization";

const AGE_SECONDS = 5 * 60;
const AHEAD_SECONDS = 30;
/** Above the size of the largest file, so that the endpoint itself refuses a file that is too large. */
const BODY_BYTES = 105 * 1024 * 1024;

/** A request whose body is read and not yet checked. */
export interface RawCall {
  method: string;
  url: URL;
  contentType: string;
  accessToken: string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Checks and answers one call; throws an `ApiError` to refuse it. */
export async function answerCall(
  context: Context,
  routes: readonly Route[],
  call: RawCall,
): Promise<Outcome> {
  const { route, params } = findRoute(routes, call.method, call.url.pathname);
  checkAppKey(context, call.url.searchParams);
  checkTimestamp(context, call.url.searchParams);
  await checkSign(context, call);
  const authorization = checkToken(context, call.accessToken);
  if (!authorization.scopes.includes(route.scope))
    throw gatewayError(105005, `Access denied. The scope '${route.scope}' is not granted.`);
  const shop = checkCipher(context, route, call.url.searchParams, authorization);
  checkRate(context, route, shop);
  const parts = await readParts(route, call);
  const request: ApiRequest = {
    params,
    query: call.url.searchParams,
    body: route.multipart ? {} : readBody(call),
    ...parts,
    authorization,
  };
  return success(route.answer(context, request, shop) ?? {});
}

function checkAppKey(context: Context, query: URLSearchParams): void {
  const appKey = query.get("app_key");
  if (!appKey)
    throw gatewayError(36009004, "Missing credentials. The 'app_key' query parameter is required.");
  if (appKey !== context.settings().appKey)
    throw gatewayError(36009004, "Invalid credentials. The 'app_key' query parameter is invalid.");
}

/** The age is measured by the callers' clock, because the control API moves the world's clock ahead. */
function checkTimestamp(context: Context, query: URLSearchParams): void {
  const given = query.get("timestamp");
  if (!given)
    throw gatewayError(
      36009004,
      "Missing credentials. The 'timestamp' query parameter is required.",
    );
  const age = Math.floor((context.clock.wall?.() ?? context.clock.now()) / 1000) - Number(given);
  if (!/^\d{10}$/.test(given) || age > AGE_SECONDS || age < -AHEAD_SECONDS)
    throw gatewayError(
      36009004,
      "Invalid timestamp. The 'timestamp' query parameter is out of the accepted window.",
    );
}

async function checkSign(context: Context, call: RawCall): Promise<void> {
  const sign = call.url.searchParams.get("sign");
  if (!sign)
    throw gatewayError(36009004, "Missing credentials. The 'sign' query parameter is required.");
  const { appSecret } = context.settings();
  const signed = {
    appSecret,
    path: call.url.pathname,
    query: call.url.searchParams,
    contentType: call.contentType,
    rawBody: call.bytes,
  };
  if (sign === (await requestSignature(signed))) return;
  const emptyObject = new TextDecoder().decode(call.bytes.subarray(0, 3)) === "{}";
  const lenient = context.switches().emptyObjectUnsigned && emptyObject;
  if (lenient && sign === (await requestSignature({ ...signed, rawBody: new Uint8Array() })))
    return;
  throw gatewayError(106001, "Invalid credentials. The 'sign' query parameter is invalid.");
}

function checkToken(context: Context, token: string | null): Authorization {
  if (!token)
    throw gatewayError(
      36009004,
      "Missing credentials. The 'x-tts-access-token' header is required.",
    );
  const found = authorizationFor(context, token);
  if (found === "unknown")
    throw gatewayError(
      36009004,
      "Invalid credentials. The 'x-tts-access-token' header is invalid.",
    );
  if (found === "revoked")
    throw gatewayError(
      105001,
      "Access token is de-authorized. The seller ended the authorization.",
    );
  if (found === "expired")
    throw gatewayError(105002, "Expired credentials. The 'x-tts-access-token' header has expired.");
  return found;
}

function checkCipher(
  context: Context,
  route: Route,
  query: URLSearchParams,
  authorization: Authorization,
): Shop | undefined {
  const cipher = query.get("shop_cipher");
  if (route.cipher === "forbidden") {
    if (cipher === null) return undefined;
    throw gatewayError(
      36009004,
      "Unexpected identifier. The 'shop_cipher' query parameter is not accepted by this API.",
    );
  }
  if (!cipher)
    throw gatewayError(
      106013,
      "Missing identifier. The 'shop_cipher' query parameter is required.",
    );
  const shop = shopsOf(context, authorization.sellerId).find((row) => row.cipher === cipher);
  if (!shop)
    throw gatewayError(101000, "Invalid identifier. The 'shop_cipher' does not match the token.");
  if (!shop.active) throw gatewayError(36009043, "The shop is inactive.");
  return shop;
}

function checkRate(context: Context, route: Route, shop: Shop | undefined): void {
  const limit = context.switches().requestsPerSecond;
  if (limit === 0) return;
  const second = Math.floor((context.clock.wall?.() ?? context.clock.now()) / 1000);
  const key = `${route.method} ${route.pattern} ${shop?.id ?? ""}`;
  const last = context.storage.get<{ second: number; count: number }>("tts:rate", key);
  const count = last?.second === second ? last.count + 1 : 1;
  context.storage.put("tts:rate", key, { second, count });
  if (count > limit) throw gatewayError(36009002, "Too many requests. Slow down and try again.");
}

function readBody(call: RawCall): Fields {
  if (call.bytes.length === 0) return {};
  if (!call.contentType.toLowerCase().startsWith("application/json"))
    throw gatewayError(36009022, "Invalid content type. Use application/json.");
  try {
    return record(JSON.parse(new TextDecoder().decode(call.bytes)) as unknown);
  } catch {
    throw gatewayError(36009022, "Invalid body. The JSON cannot be parsed.");
  }
}

async function readParts(
  route: Route,
  call: RawCall,
): Promise<Pick<ApiRequest, "files" | "texts">> {
  if (!route.multipart) return { files: {}, texts: {} };
  if (!call.contentType.toLowerCase().startsWith("multipart/form-data"))
    throw gatewayError(36009023, "Invalid content type. Use multipart/form-data.");
  if (call.bytes.length > BODY_BYTES) throw gatewayError(36009021, "The file is too large.");
  const files: Record<string, FilePart> = {};
  const texts: Record<string, string> = {};
  for (const [key, value] of (await readForm(call)).entries()) {
    if (typeof value === "string") texts[key] = value;
    else files[key] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { files, texts };
}

async function readForm(call: RawCall): Promise<FormData> {
  try {
    const headers = { "content-type": call.contentType };
    return await new Response(call.bytes, { headers }).formData();
  } catch {
    throw new ApiError(12038002, "Invalid upload file. The multipart body cannot be read.");
  }
}
