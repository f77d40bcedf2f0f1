/** Absolute quantities and prices of SKUs; neither call sends a listing back to audit. */
import { SyncError } from "../../domain/errors/sync-error";
import type { SkuResult } from "../channel";
import { fromPrice } from "./product-body";
import { shopOf, toBatchError } from "./products";
import { request, type Call, type Session } from "./request";
import { BatchAnswer } from "./shapes";

type QuantityChange = { channelSkuId: string; quantity: number };
type PriceChange = { channelSkuId: string; priceMinor: number };

/**
 * Sets quantities; `code: 0` may still fail single SKUs. Whether 0 is allowed differs by market and
 * date of the documentation: where it is refused the zeros answer `tiktok.quantity_refused`, the
 * other SKUs are set all the same, and the caller takes the sold-out listing off sale instead.
 */
export async function setQuantities(
  session: Session,
  channelProductId: string,
  warehouseId: string,
  changes: readonly QuantityChange[],
): Promise<readonly SkuResult[]> {
  if (changes.length === 0) return [];
  try {
    return await sendSkus(session, changes, {
      path: `/product/202309/products/${channelProductId}/inventory/update`,
      skus: changes.map(({ channelSkuId, quantity }) => ({
        id: channelSkuId,
        inventory: [{ warehouse_id: warehouseId, quantity }],
      })),
    });
  } catch (caught) {
    if (!(caught instanceof SyncError) || caught.code !== "tiktok.quantity_refused") throw caught;
    const error = { code: caught.code, message: String(caught.facts["message"] ?? "") };
    const sold = changes.filter(({ quantity }) => quantity === 0);
    if (sold.length === 0) throw caught;
    const rest = changes.filter(({ quantity }) => quantity !== 0);
    const others = await setQuantities(session, channelProductId, warehouseId, rest);
    return [...others, ...sold.map(({ channelSkuId }) => ({ channelSkuId, error }))];
  }
}

/** Sets prices; only listings on sale and outside a promotion take them (`tiktok.price_locked`). */
export async function setPrices(
  session: Session,
  channelProductId: string,
  currency: string,
  changes: readonly PriceChange[],
): Promise<readonly SkuResult[]> {
  if (changes.length === 0) return [];
  const shop = shopOf(session);
  return sendSkus(session, changes, {
    path: `/product/202309/products/${channelProductId}/prices/update`,
    skus: changes.map(({ channelSkuId, priceMinor }) => ({
      id: channelSkuId,
      price: fromPrice(priceMinor, currency, shop),
    })),
  });
}

async function sendSkus(
  session: Session,
  changes: readonly { channelSkuId: string }[],
  { path, skus }: { path: string; skus: readonly unknown[] },
): Promise<readonly SkuResult[]> {
  const call: Call = { method: "POST", path, body: { skus }, replaySafe: true };
  const { errors } = await request(session, call, BatchAnswer);
  return changes.map(({ channelSkuId }) => {
    const failure = errors.find(({ detail }) => (detail?.sku_id || channelSkuId) === channelSkuId);
    return failure ? { channelSkuId, error: toBatchError(failure) } : { channelSkuId };
  });
}
