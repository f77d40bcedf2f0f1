import type { Context } from "../context";
import { ApiError, failure, success, type Outcome } from "../envelope";
import type { Seller } from "../shops/shop";
import { ALL_SCOPES, redeemCode, redeemRefresh, type Grant } from "./authorization";

function granted(context: Context, grant: Grant): unknown {
  const seller = context.storage.get<Seller>("tts:seller", grant.authorization.sellerId);
  return {
    access_token: grant.access.token,
    access_token_expire_in: grant.access.expiresAt,
    refresh_token: grant.authorization.refreshToken,
    refresh_token_expire_in: grant.authorization.refreshExpiresAt,
    open_id: seller?.openId ?? "",
    seller_name: seller?.name ?? "",
    seller_base_region: seller?.baseRegion ?? "",
    user_type: 0,
    granted_scopes: grant.authorization.scopes,
  };
}

function checkApp(context: Context, query: URLSearchParams): void {
  const { appKey, appSecret } = context.settings();
  if (query.get("app_key") !== appKey || query.get("app_secret") !== appSecret)
    throw new ApiError(98001004, "invalid params: app_key or app_secret is wrong");
}

function tradeCode(context: Context, query: URLSearchParams): unknown {
  checkApp(context, query);
  if (query.get("grant_type") !== "authorized_code")
    throw new ApiError(98001004, "invalid params: grant_type must be authorized_code");
  const scopes = context.storage.get<string[]>("tts:settings", "scopes") ?? ALL_SCOPES;
  const grant = redeemCode(context, query.get("auth_code") ?? "", scopes);
  if (grant === "used") throw new ApiError(98001005, "auth code has been used");
  if (grant === "unknown") throw new ApiError(36004004, "auth code is invalid or expired");
  return granted(context, grant);
}

/** One official client sends the other grant type here, so both are accepted. */
const REFRESH_GRANTS = new Set(["refresh_token", "authorized_code"]);

function tradeRefresh(context: Context, query: URLSearchParams): unknown {
  checkApp(context, query);
  if (!REFRESH_GRANTS.has(query.get("grant_type") ?? ""))
    throw new ApiError(98001004, "invalid params: grant_type must be refresh_token");
  const grant = redeemRefresh(context, query.get("refresh_token") ?? "");
  if (!grant) throw new ApiError(98001006, "refresh token is invalid or expired");
  return granted(context, grant);
}

/** The token host: unsigned GETs with the secrets in the query. */
export function answerTokenHost(context: Context, method: string, url: URL): Outcome {
  const trade = url.pathname.endsWith("/get") ? tradeCode : tradeRefresh;
  try {
    if (method !== "GET") throw new ApiError(36009010, "Invalid method. Use GET.");
    return success(trade(context, url.searchParams));
  } catch (error) {
    if (error instanceof ApiError) return failure(error);
    throw error;
  }
}

/** Whether a request belongs to the token host. */
export const isTokenPath = (path: string): boolean =>
  path === "/api/v2/token/get" || path === "/api/v2/token/refresh";
