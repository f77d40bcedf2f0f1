import { isTokenExpired } from "../../domain/errors/classify-code";
import { SyncError } from "../../domain/errors/sync-error";
import { wrapMethods } from "../../lib/wrap-methods";
import type { ChannelSession } from "../../platforms/channel";

/**
 * A session whose calls survive one expired token: a call refused as `*.token_expired` is repeated
 * once with a fresh token, which the platform answers before anything happens, so writes are safe.
 */
export async function withFreshAccess(
  open: (accessToken: string) => ChannelSession,
  freshAccess: (stale?: string) => Promise<string>,
): Promise<ChannelSession> {
  let token = await freshAccess();
  let session = open(token);
  let renewal: Promise<void> | undefined;
  const renewOnce = async (stale: string) => {
    token = await freshAccess(stale);
    session = open(token);
  };
  /** Calls that fail together wait for one renewal. */
  const renew = async (stale: string) => {
    if (stale !== token) return;
    renewal ??= renewOnce(stale).finally(() => {
      renewal = undefined;
    });
    await renewal;
  };
  return wrapMethods<ChannelSession>(
    Object.keys(session) as (keyof ChannelSession)[],
    async (call) => {
      const used = token;
      try {
        return await call(session);
      } catch (caught) {
        if (!isExpired(caught)) throw caught;
        await renew(used);
        return call(session);
      }
    },
  );
}

function isExpired(caught: unknown): boolean {
  return caught instanceof SyncError && isTokenExpired(caught.code);
}
