import type { ConnectionRow } from "../db/connections/connections";
import { SyncError } from "../domain/errors/sync-error";
import { hasAmounts, type OwnPrice } from "../domain/stock/price-rule";
import type { AppServices } from "./context";

/**
 * Amounts of a rule are of the market's currency, in which alone prices are sent: while the store's are read in
 * another one, none is taken, and none stands when the currency changes. `readIn`: the currency that is chosen
 * in the same breath. Throws SyncError("merchant", "prices.other_currency").
 */
export function requireMarketCurrency(
  { channelPlatform }: AppServices,
  connection: ConnectionRow,
  rule: OwnPrice | null | undefined,
  readIn?: string | null,
): void {
  if (!rule || rule === "store" || !hasAmounts(rule)) return;
  const { channelPlatform: name, channelRegion, sourceStore } = connection;
  const market = channelRegion ? channelPlatform(name).marketOf(channelRegion) : undefined;
  const [store, asked] = [readIn ?? sourceStore?.currency, market?.limits.currency];
  if (store !== asked)
    throw new SyncError("merchant", "prices.other_currency", {
      ...(store ? { store } : {}),
      ...(asked ? { market: asked } : {}),
    });
}
