import { MODULE_PROBLEM, SOURCE_PROBLEM } from "../../domain/errors/problem-key";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { SourceStore } from "../../domain/connections/source-store";
import { SyncError } from "../../domain/errors/sync-error";
import type { SourceCredentials, SourceSession } from "../../platforms/source";

/** Enough to know a catalogue again although a product or two were deleted since. */
const SAMPLE_SIZE = 10;

export interface ConnectSourceDeps {
  /** Turns what was typed into a base address or throws `store.url_invalid`. */
  normaliseUrl(typed: string): string;
  /** The store connected so far. */
  saved: { url: string | null; readKey(): Promise<string | undefined> };
  /** A few products pulled from that store; none before the first pull. */
  sampleProducts(
    count: number,
  ): Promise<readonly { id: string; name: string; skus: readonly string[] }[]>;
  /** What the store's module signs with. */
  readSecrets(): Promise<Pick<SourceCredentials, "secret" | "otherSecrets">>;
  open(credentials: SourceCredentials): SourceSession;
  save(found: Pick<SourceCredentials, "url" | "key"> & { store: SourceStore }): Promise<void>;
  clearProblem(key: typeof SOURCE_PROBLEM | typeof MODULE_PROBLEM): Promise<void>;
}

/**
 * Called before anything is asked of an address other than the one connected so far; whatever it throws
 * ends the attempt.
 */
export type BeforeMove = (to: { url: string; key: string }) => void | Promise<void>;

export interface SourceFound {
  url: string;
  version: string;
  shopName: string;
  currency: string;
  timeZone: string;
}

/**
 * Connects a store after real calls to it; nothing is saved unless all of them succeed. Without a
 * key the saved one is used, but never sent to another address than it was given for.
 * Throws what `beforeMove` throws, SyncError("merchant", "store.key_required" | "prestashop.permission_missing" |
 * "store.another_catalogue" | "store.shop_unknown") and what the platform throws.
 */
export async function connectSource(
  deps: ConnectSourceDeps,
  typed: { url: string; key?: string },
  beforeMove: BeforeMove,
): Promise<SourceFound> {
  const url = deps.normaliseUrl(typed.url);
  const key = typed.key?.trim() || (await savedKeyFor(deps, url));
  if (!key) throw new SyncError("merchant", "store.key_required");
  const { url: savedUrl } = deps.saved;
  if (savedUrl !== null && !isSameAddress(savedUrl, url)) await beforeMove({ url, key });
  const session = deps.open({ url, key, ...(await deps.readSecrets()) });
  const access = await session.checkAccess();
  if (access.missingPermissions.length > 0)
    throw new SyncError("merchant", "prestashop.permission_missing", {
      missing: access.missingPermissions,
      count: access.missingPermissions.length,
    });
  if (url !== deps.saved.url) await refuseAnotherStore(deps, session);
  const store = await session.readStore();
  if (store.shop?.isKnown === false) throw new SyncError("merchant", "store.shop_unknown");
  await deps.save({ url, key, store });
  await deps.clearProblem(SOURCE_PROBLEM);
  // A merchant who saves the store without its module has chosen to do without it.
  await deps.clearProblem(MODULE_PROBLEM);
  const { version, shopName, currency, timeZone } = store;
  return { url, version, shopName, currency, timeZone };
}

async function savedKeyFor(deps: ConnectSourceDeps, url: string): Promise<string | undefined> {
  const isSameStore = deps.saved.url !== null && isSameAddress(deps.saved.url, url);
  return isSameStore ? deps.saved.readKey() : undefined;
}

/** One host may hold several stores under paths of their own. */
function isSameAddress(one: string, other: string): boolean {
  const placeOf = (address: string) => {
    const { host, pathname } = new URL(address);
    return host + pathname.replace(/\/+$/, "");
  };
  return placeOf(one) === placeOf(other);
}

/**
 * A store that moved keeps its catalogue. Another store would answer to the ids of this one with
 * products and orders of its own, so a new address must know half of the products asked for.
 */
async function refuseAnotherStore(deps: ConnectSourceDeps, session: SourceSession): Promise<void> {
  const held = await deps.sampleProducts(SAMPLE_SIZE);
  if (held.length === 0) return;
  const { products: found } = await session.pullProducts(held.map(({ id }) => id));
  const isHeld = (product: SourceProduct) =>
    held.some(
      ({ id, name, skus }) =>
        id === product.id &&
        (name === product.name || product.variants.some(({ sku }) => sku && skus.includes(sku))),
    );
  if (found.filter(isHeld).length * 2 < held.length)
    throw new SyncError("merchant", "store.another_catalogue");
}
