import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { LedgerApi } from "../ledger-api";
import type { ChannelSession, ChannelShop, ChannelWarehouse } from "../../platforms/channel";

export interface Warehouse {
  id: string;
  name: string;
  isDefault: boolean;
}

export interface BindShopDeps {
  open(shop: ChannelShop): Promise<ChannelSession>;
  /** The shop bound so far; null for none. */
  knownShopId: string | null;
  /** The warehouse chosen so far, kept while it exists. */
  chosenWarehouseId: string | null;
  /**
   * One write: shop, warehouses, state active. The unique index over shops refuses a shop that feeds
   * another connection: SyncError("merchant", "channel.shop_taken").
   */
  save(bound: {
    shop: ChannelShop;
    warehouses: readonly Warehouse[];
    warehouseId: string | null;
    /** Absent where the same shop was bound before: by now its listings may be this connection's own. */
    hadListings?: boolean;
  }): Promise<void>;
  /** Gives a newly bound connection what people chose in a deleted one of the same store and shop. */
  restoreChoices(): Promise<void>;
  /** Where the channel may call us; undefined where it cannot (no https, a port). */
  webhookAddress: string | undefined;
  reportWebhooks(error: SyncError | undefined): Promise<void>;
  ledger: Pick<LedgerApi, "setActive" | "releaseOrders" | "pollOrders">;
}

/**
 * Makes a shop the one this connection feeds and starts the work. Webhooks that cannot be
 * registered are a problem to show, not a reason to refuse: orders are polled as well.
 */
export async function bindShop(deps: BindShopDeps, shop: ChannelShop): Promise<void> {
  const session = await deps.open(shop);
  const warehouses = toWarehouses(await session.listWarehouses());
  const kept = warehouses.find(({ id }) => id === deps.chosenWarehouseId);
  const warehouseId = (kept ?? warehouses[0])?.id ?? null;
  const isNew = deps.knownShopId !== shop.id;
  // Unknown is taken for yes: it costs a search before each first push.
  const hadListings = isNew && (await session.hasListings().catch(() => true));
  await deps.save({ shop, warehouses, warehouseId, ...(isNew && { hadListings }) });
  if (isNew) await deps.restoreChoices();
  await registerWebhooks(deps, session);
  await deps.ledger.setActive(true);
  await deps.ledger.releaseOrders();
  await deps.ledger.pollOrders();
}

/** Enabled sales warehouses, the default one first. */
export function toWarehouses(all: readonly ChannelWarehouse[]): Warehouse[] {
  return all
    .filter(({ kind, isEnabled }) => kind === "sales" && isEnabled)
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ id, name, isDefault }) => ({ id, name, isDefault }));
}

async function registerWebhooks(deps: BindShopDeps, session: ChannelSession): Promise<void> {
  if (!deps.webhookAddress) return;
  try {
    await session.registerWebhooks(deps.webhookAddress);
    await deps.reportWebhooks(undefined);
  } catch (caught) {
    await deps.reportWebhooks(asSyncError(caught));
  }
}
