import * as z from "zod";
import type { ChannelApp, ChannelTokens } from "../channel";
import { send } from "../http/send";
import type { PlatformDeps } from "../deps";
import { readAnswer, readFailure } from "./request";
import { looseList, looseText } from "./shapes";

/** Expiries are absolute unix seconds, though their names sound like durations. */
const TokenAnswer = z.object({
  access_token: z.string().min(1),
  access_token_expire_in: z.number(),
  refresh_token: z.string().min(1),
  refresh_token_expire_in: z.number(),
  open_id: looseText,
  seller_name: looseText,
  granted_scopes: looseList(z.string()),
});

/**
 * The page where a seller of this market group grants access; `state` comes back in the redirect.
 */
export function authorizeUrl(app: ChannelApp, marketGroup: string, state: string): string {
  const base = app.authorizeUrls[marketGroup] ?? app.authorizeUrls["global"];
  if (!base) throw new RangeError(`no authorisation page for market group ${marketGroup}`);
  const url = new URL(base);
  url.searchParams.set("service_id", app.serviceId);
  url.searchParams.set("state", state);
  return url.href;
}

/** Turns the code of the redirect (good once, for 30 minutes) into tokens. */
export function exchangeCode(
  app: ChannelApp,
  code: string,
  deps: PlatformDeps,
): Promise<ChannelTokens> {
  const grant = { auth_code: code, grant_type: "authorized_code" };
  return callTokens(app, "/api/v2/token/get", grant, false, deps);
}

/**
 * Whether the platform rotates the refresh token is not documented: store what comes back.
 * A repeat with the same token cannot harm more than the loss of its first answer did.
 */
export function refreshTokens(
  app: ChannelApp,
  refreshToken: string,
  deps: PlatformDeps,
): Promise<ChannelTokens> {
  const grant = { refresh_token: refreshToken, grant_type: "refresh_token" };
  return callTokens(app, "/api/v2/token/refresh", grant, true, deps);
}

/** An unsigned GET; the secrets ride in the query, so its address must never be logged. */
async function callTokens(
  app: ChannelApp,
  path: string,
  grant: Readonly<Record<string, string>>,
  replaySafe: boolean,
  deps: PlatformDeps,
): Promise<ChannelTokens> {
  const query = new URLSearchParams({ app_key: app.appKey, app_secret: app.appSecret, ...grant });
  const now = deps.now();
  const answer = await send(deps, {
    build: () => new Request(`${app.authBase}${path}?${query}`),
    replaySafe,
    vendor: "tiktok",
    readFailure: (received) => readFailure(received, now),
  });
  return toTokens(readAnswer(answer, { path, replaySafe, now }, TokenAnswer));
}

function toTokens(raw: z.infer<typeof TokenAnswer>): ChannelTokens {
  return {
    accessToken: raw.access_token,
    accessExpiresAt: raw.access_token_expire_in * 1000,
    refreshToken: raw.refresh_token,
    refreshExpiresAt: raw.refresh_token_expire_in * 1000,
    sellerName: raw.seller_name,
    openId: raw.open_id,
    scopes: raw.granted_scopes,
  };
}
