/**
 * Wires the token refresh of one connection to the database, the seal and the platform.
 * Run it in the ledger only: it holds no lock.
 */
import * as z from "zod";
import { changeConnection, findConnection } from "../db/connections/connections";
import { findCredential, markCredential, replaceCredential } from "../db/connections/credentials";
import { raiseProblem } from "../db/connections/problems";
import { SyncError } from "../domain/errors/sync-error";
import { createSealer } from "../lib/seal";
import type { ChannelTokens } from "../platforms/channel";
import type { FreshAccessDeps, StoredTokens } from "../sync/connections/refresh-access";
import { freshAccess } from "../sync/connections/refresh-access";
import { channelPlatform, platformDeps, type PlatformParts } from "./platform-deps";
import { sealOwner } from "./secrets";

const Tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.number(),
  refreshToken: z.string(),
  refreshExpiresAt: z.number(),
  sellerName: z.string(),
  openId: z.string(),
  scopes: z.array(z.string()),
});

/** Text to seal for tokens, and back. */
export const tokenText = {
  write: (tokens: ChannelTokens): string => JSON.stringify(tokens),
  read: (text: string): ChannelTokens => Tokens.parse(JSON.parse(text)),
};

/** A valid access token of the connection; throws what `sync/refresh-access` names. */
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
  const sealer = createSealer(settings.sealingKeys);
  const owner = sealOwner(row, "channel_tokens");
  return {
    now,
    async readTokens(): Promise<StoredTokens | undefined> {
      const found = await findCredential(db, connectionId, "channel_tokens");
      if (!found || found.state === "revoked") return undefined;
      const text = await sealer.open(found.sealed, owner);
      return { tokens: tokenText.read(text), version: found.version };
    },
    refreshTokens: (refreshToken) =>
      channelPlatform(row.channelPlatform).refreshTokens(
        settings.channelApp,
        refreshToken,
        platformDeps(parts, async () => {}),
      ),
    async storeTokens(tokens, replacedVersion) {
      const sealed = await sealer.seal(tokenText.write(tokens), owner);
      const credential = {
        connectionId,
        field: "channel_tokens" as const,
        sealed,
        expiresAt: tokens.refreshExpiresAt,
      };
      return replaceCredential(db, credential, replacedVersion, now());
    },
    async reportRevoked(error) {
      await markCredential(db, connectionId, "channel_tokens", "revoked", now());
      await raiseProblem(db, connectionId, "channel", error, now());
      await changeConnection(db, connectionId, { state: "disconnected" }, now());
    },
  };
}
