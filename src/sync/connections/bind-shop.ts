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
  }): Promise<void>;
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
  await deps.save({ shop, warehouses, warehouseId });
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
