// A seller's grant to the app: codes, access tokens and refresh tokens with absolute expiries.
// It knows no HTTP; the token host and the gateway read it.
import { nextToken, unixNow, type Context } from "../context";

/** What a seller granted; a new consent replaces the old grant. */
export interface Authorization {
  sellerId: string;
  refreshToken: string;
  /** Unix seconds; the end of the authorisation. */
  refreshExpiresAt: number;
  scopes: readonly string[];
  revoked: boolean;
}

export interface AccessToken {
  token: string;
  sellerId: string;
  /** Unix seconds. */
  expiresAt: number;
  /** A token that a refresh or a new consent replaced. */
  replaced: boolean;
}

interface AuthCode {
  code: string;
  sellerId: string;
  expiresAt: number;
  used: boolean;
}

export const ALL_SCOPES = [
  "seller.authorization.info",
  "seller.shop.info",
  "seller.product.basic",
  "seller.product.write",
  "seller.product.delete",
  "seller.order.info",
  "seller.order.ext_ref.read",
  "seller.order.ext_ref.write",
  "seller.fulfillment.basic",
  "seller.fulfillment.package.write",
  "seller.delivery.status.write",
  "seller.logistics",
  "seller.return_refund.basic",
];

const CODE_SECONDS = 30 * 60;
const ACCESS_SECONDS = 7 * 24 * 3600;
const AUTHORIZATION_SECONDS = 365 * 24 * 3600;

/** Issues a code after the seller's consent; it is valid for 30 minutes and works once. */
export function grantCode(context: Context, sellerId: string): string {
  const code = nextToken(context, "ROW_", 40);
  const expiresAt = unixNow(context) + CODE_SECONDS;
  const row: AuthCode = { code, sellerId, expiresAt, used: false };
  context.storage.put("tts:code", code, row);
  return code;
}

/** A pair of tokens, as the token host prints it. */
export interface Grant {
  access: AccessToken;
  authorization: Authorization;
}

/** Trades a code for tokens; a text is the reason of a refusal. */
export function redeemCode(
  context: Context,
  code: string,
  scopes: readonly string[],
): Grant | "unknown" | "used" {
  const row = context.storage.get<AuthCode>("tts:code", code);
  if (!row || row.expiresAt <= unixNow(context)) return "unknown";
  if (row.used) return "used";
  context.storage.put("tts:code", code, { ...row, used: true });
  const authorization: Authorization = {
    sellerId: row.sellerId,
    refreshToken: nextToken(context, "ROW_", 60),
    refreshExpiresAt: unixNow(context) + AUTHORIZATION_SECONDS,
    scopes,
    revoked: false,
  };
  replaceTokens(context, row.sellerId);
  context.storage.put("tts:authorization", row.sellerId, authorization);
  return { access: issueAccess(context, row.sellerId), authorization };
}

/** Trades a refresh token; undefined when it is unknown, replaced, expired or revoked. */
export function redeemRefresh(context: Context, refreshToken: string): Grant | undefined {
  const found = context.storage
    .list<Authorization>("tts:authorization")
    .find((row) => row.refreshToken === refreshToken);
  if (!found || found.revoked || found.refreshExpiresAt <= unixNow(context)) return undefined;
  const switches = context.switches();
  const authorization = switches.rotateRefreshToken
    ? { ...found, refreshToken: nextToken(context, "ROW_", 60) }
    : found;
  if (!switches.oldAccessTokenSurvives) replaceTokens(context, found.sellerId);
  context.storage.put("tts:authorization", found.sellerId, authorization);
  return { access: issueAccess(context, found.sellerId), authorization };
}

function issueAccess(context: Context, sellerId: string): AccessToken {
  const token = nextToken(context, "ROW_", 60);
  const expiresAt = unixNow(context) + ACCESS_SECONDS;
  const access: AccessToken = { token, sellerId, expiresAt, replaced: false };
  context.storage.put("tts:token", token, access);
  return access;
}

function replaceTokens(context: Context, sellerId: string): void {
  for (const row of context.storage.list<AccessToken>("tts:token"))
    if (row.sellerId === sellerId)
      context.storage.put("tts:token", row.token, { ...row, replaced: true });
}

/** Ends a grant, as the seller or the app may. */
export function revokeAuthorization(context: Context, sellerId: string): void {
  const found = context.storage.get<Authorization>("tts:authorization", sellerId);
  if (found) context.storage.put("tts:authorization", sellerId, { ...found, revoked: true });
}

/** Changes the grant of a seller without notice to the app: fewer scopes, an earlier end. */
export function changeGrant(
  context: Context,
  sellerId: string,
  change: Partial<Pick<Authorization, "scopes" | "refreshExpiresAt">>,
): void {
  const found = context.storage.get<Authorization>("tts:authorization", sellerId);
  if (!found) throw new Error(`The seller ${sellerId} granted nothing`);
  context.storage.put("tts:authorization", sellerId, { ...found, ...change });
}

/** The grant behind an access token; a text is the reason why the token is refused. */
export function authorizationFor(
  context: Context,
  token: string,
): Authorization | "unknown" | "expired" | "revoked" {
  const access = context.storage.get<AccessToken>("tts:token", token);
  const found = access && context.storage.get<Authorization>("tts:authorization", access.sellerId);
  if (!access || !found) return "unknown";
  if (found.revoked) return "revoked";
  return access.replaced || access.expiresAt <= unixNow(context) ? "expired" : found;
}
