/**
 * Answers a valid access token of a connection's channel, refreshing it when needed.
 * It does not lock: run it where one pair of hands does it (the ledger); the compare-and-set on
 * the stored version is the second net. Who keeps tokens and how they are sealed is not its affair.
 */
import { isTokenExpired } from "../../domain/errors/classify-code";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { ChannelTokens } from "../../platforms/channel";

export interface StoredTokens {
  tokens: ChannelTokens;
  /** Grows with every change of the stored tokens. */
  version: number;
}

export interface FreshAccessDeps {
  /** Undefined when the channel was never authorised, "revoked" when that was taken back. */
  readTokens(): Promise<StoredTokens | "revoked" | undefined>;
  refreshTokens(refreshToken: string): Promise<ChannelTokens>;
  /** Compare-and-set; false when somebody stored newer tokens meanwhile. */
  storeTokens(tokens: ChannelTokens, replacedVersion: number): Promise<boolean>;
  /** The seller must authorise again: problem, credential and connection say so. */
  reportRevoked(error: SyncError): Promise<void>;
  now(): number;
}

/** Long enough that a token does not run out within one run of work. */
const REFRESH_AHEAD_MS = 10 * 60 * 1000;

/**
 * `stale`: the token that was just refused. Throws SyncError("reconnect", "channel.authorization_missing" |
 * "channel.authorization_revoked") without tokens, and what the refresh throws otherwise.
 */
export async function freshAccess(deps: FreshAccessDeps, stale?: string): Promise<string> {
  const stored = await deps.readTokens();
  if (!stored) throw new SyncError("reconnect", "channel.authorization_missing");
  if (stored === "revoked") throw new SyncError("reconnect", "channel.authorization_revoked");
  const { tokens, version } = stored;
  const isSound =
    tokens.accessToken !== stale && tokens.accessExpiresAt - deps.now() > REFRESH_AHEAD_MS;
  if (isSound) return tokens.accessToken;
  const renewed = await refresh(deps, stored, stale);
  if (renewed === tokens) return tokens.accessToken;
  if (await deps.storeTokens(renewed, version)) return renewed.accessToken;
  return (await usableTokens(deps))?.tokens.accessToken ?? renewed.accessToken;
}

async function usableTokens(deps: FreshAccessDeps): Promise<StoredTokens | undefined> {
  const stored = await deps.readTokens();
  return stored === "revoked" ? undefined : stored;
}

async function refresh(
  deps: FreshAccessDeps,
  { tokens, version }: StoredTokens,
  stale: string | undefined,
): Promise<ChannelTokens> {
  try {
    return await deps.refreshTokens(tokens.refreshToken);
  } catch (caught) {
    const error = toRefusal(asSyncError(caught));
    if (error.remedy === "reconnect") {
      // A consent given meanwhile ends the older tokens, and is not ended by their refusal.
      const now = await usableTokens(deps);
      if (now && now.version !== version) return now.tokens;
      await deps.reportRevoked(error);
    }
    const isStillUsable =
      error.remedy === "retry" &&
      tokens.accessToken !== stale &&
      tokens.accessExpiresAt > deps.now();
    if (isStillUsable) return tokens;
    throw error;
  }
}

/** A refresh needs no access token, so an answer that calls one expired says nothing of the consent. */
function toRefusal(error: SyncError): SyncError {
  return isTokenExpired(error.code) ? new SyncError("retry", error.code, error.facts) : error;
}
