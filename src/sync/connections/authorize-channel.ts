/**
 * The round trip to the channel's authorisation page: a state that is good once, for one session
 * and ten minutes, then tokens, then a shop. It does not know where pages live or who is asking.
 */
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { ChannelShop, ChannelTokens } from "../../platforms/channel";

export const STATE_LIFETIME_MS = 10 * 60 * 1000;

export interface BeginAuthorizationDeps {
  newState(): string;
  /** Keeps only the hash. */
  keepState(state: string, expiresAt: number): Promise<void>;
  keepMarket(market: string): Promise<void>;
  authorizeUrl(marketGroup: string, state: string): string;
  markets: readonly { code: string; group: string }[];
  /** The store comes first: the wizard returns to it otherwise. */
  hasStore: boolean;
  now(): number;
}

/**
 * The address to send the seller to. Throws SyncError("merchant", "channel.market_unknown" |
 * "connection.store_missing").
 */
export async function beginAuthorization(
  deps: BeginAuthorizationDeps,
  market: string,
): Promise<string> {
  if (!deps.hasStore) throw new SyncError("merchant", "connection.store_missing");
  const chosen = deps.markets.find(({ code }) => code === market);
  if (!chosen) throw new SyncError("merchant", "channel.market_unknown", { market });
  const state = deps.newState();
  await deps.keepState(state, deps.now() + STATE_LIFETIME_MS);
  await deps.keepMarket(market);
  return deps.authorizeUrl(chosen.group, state);
}

/** How the seller came back. */
export type AuthorizationOutcome =
  | { kind: "no_state" | "state_mismatch" }
  | { kind: "refused"; connectionId: string }
  | { kind: "failed"; connectionId: string; error: SyncError }
  | { kind: "wrong_shop" | "no_shop" | "shop_taken"; connectionId: string }
  | { kind: "choose_shop" | "connected"; connectionId: string };

export interface FinishAuthorizationDeps {
  /** Uses the state up; undefined when unknown, used, expired or of another session. */
  takeState(state: string): Promise<string | undefined>;
  exchangeCode(connectionId: string, code: string): Promise<ChannelTokens>;
  listShops(connectionId: string, tokens: ChannelTokens): Promise<readonly ChannelShop[]>;
  /** The shop the connection fed before, whose mappings it keeps. */
  boundShop(connectionId: string): Promise<string | null>;
  /** Ids among these that feed another connection. */
  takenShops(connectionId: string, shopIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * A new consent ends the seller's older tokens, so the connections of the same account that feed
   * other shops of this seller get the new ones, too.
   */
  keepTokens(
    connectionId: string,
    tokens: ChannelTokens,
    shopIds: readonly string[],
  ): Promise<void>;
  bindShop(connectionId: string, shop: ChannelShop): Promise<void>;
}

export interface AuthorizationReturn {
  state?: string;
  code?: string;
  error?: string;
}

/**
 * A seller who refuses comes back with `code=null` and `error=auth_denied`. The state is used up
 * whatever comes with it.
 */
export async function finishAuthorization(
  deps: FinishAuthorizationDeps,
  back: AuthorizationReturn,
): Promise<AuthorizationOutcome> {
  if (!back.state) return { kind: "no_state" };
  const connectionId = await deps.takeState(back.state);
  if (!connectionId) return { kind: "state_mismatch" };
  const code = back.code === "null" ? "" : back.code;
  if (back.error || !code) return { kind: "refused", connectionId };
  try {
    const tokens = await deps.exchangeCode(connectionId, code);
    const shops = await deps.listShops(connectionId, tokens);
    return await bindAuthorizedShop(deps, connectionId, tokens, shops);
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.code === "channel.shop_taken") return { kind: "shop_taken", connectionId };
    return { kind: "failed", connectionId, error };
  }
}

async function bindAuthorizedShop(
  deps: FinishAuthorizationDeps,
  connectionId: string,
  tokens: ChannelTokens,
  shops: readonly ChannelShop[],
): Promise<AuthorizationOutcome> {
  const bound = await deps.boundShop(connectionId);
  const ids = shops.map(({ id }) => id);
  if (bound) {
    const shop = shops.find(({ id }) => id === bound);
    // Tokens of another seller must not replace those of the shop whose listings we hold.
    if (!shop) return { kind: "wrong_shop", connectionId };
    await deps.keepTokens(connectionId, tokens, ids);
    await deps.bindShop(connectionId, shop);
    return { kind: "connected", connectionId };
  }
  if (shops.length === 0) return { kind: "no_shop", connectionId };
  const taken = await deps.takenShops(connectionId, ids);
  const free = shops.filter(({ id }) => !taken.has(id));
  if (free.length === 0) return { kind: "shop_taken", connectionId };
  await deps.keepTokens(connectionId, tokens, ids);
  const [only] = free;
  if (!only || free.length > 1) return { kind: "choose_shop", connectionId };
  await deps.bindShop(connectionId, only);
  return { kind: "connected", connectionId };
}
