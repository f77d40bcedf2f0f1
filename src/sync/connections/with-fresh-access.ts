import { isTokenExpired } from "../../domain/errors/classify-code";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";

type Method = (...parameters: unknown[]) => Promise<unknown>;

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
  const wrap =
    (name: keyof ChannelSession): Method =>
    async (...parameters) => {
      const used = token;
      try {
        return await call(session, name, parameters);
      } catch (caught) {
        if (!isExpired(caught)) throw caught;
        await renew(used);
        return call(session, name, parameters);
      }
    };
  const names = Object.keys(session) as (keyof ChannelSession)[];
  return Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as ChannelSession;
}

function call(session: ChannelSession, name: keyof ChannelSession, parameters: unknown[]) {
  return (session[name] as Method)(...parameters);
}

function isExpired(caught: unknown): boolean {
  return caught instanceof SyncError && isTokenExpired(caught.code);
}
