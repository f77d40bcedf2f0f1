/**
 * Wires the token refresh of one connection. Run it in the ledger only: it holds no lock.
 */
import { CHANNEL_PROBLEM } from "../domain/errors/problem-key";
import { changeConnection, findConnection } from "../db/connections/connections";
import { problemsOf } from "../db/connections/problems";
import { SyncError } from "../domain/errors/sync-error";
import { tokenText } from "../sync/connections/channel-tokens";
import { freshAccess, type FreshAccessDeps } from "../sync/connections/refresh-access";
import { channelPlatform, platformDeps, type PlatformParts } from "./platform-deps";
import { secretsOf } from "./secrets";

/** A valid access token of the connection; throws what `sync/connections/refresh-access` names. */
export async function freshAccessOf(
  parts: PlatformParts,
  connectionId: string,
  stale?: string,
): Promise<string> {
  return freshAccess(await accessDeps(parts, connectionId), stale);
}

async function accessDeps(parts: PlatformParts, connectionId: string): Promise<FreshAccessDeps> {
  const { db, settings, now } = parts;
  const row = await findConnection(db, connectionId);
  if (!row) throw new SyncError("merchant", "connection.not_found");
  const secrets = secretsOf(parts, row);
  const platform = channelPlatform(row.channelPlatform);
  return {
    now,
    async readTokens() {
      const found = await secrets.find("channel_tokens");
      if (!found) return undefined;
      if (found.state === "revoked") return "revoked";
      return { tokens: tokenText.read(await found.open()), version: found.version };
    },
    refreshTokens: (refreshToken) =>
      platform.refreshTokens(
        settings.channelApp,
        refreshToken,
        platformDeps(parts, async () => {}),
      ),
    storeTokens: (tokens, replacedVersion) =>
      secrets.replace(
        "channel_tokens",
        tokenText.write(tokens),
        tokens.refreshExpiresAt,
        replacedVersion,
      ),
    async reportRevoked(error) {
      await secrets.mark("channel_tokens", "revoked");
      await problemsOf(db, connectionId, now).raise(CHANNEL_PROBLEM, error);
      await changeConnection(db, connectionId, { state: "disconnected" }, now());
    },
  };
}
