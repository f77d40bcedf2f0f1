/** What buyers, sellers and merchants do around a ledger, and what both shops then show. */
import type { Fault } from "../../simulator/faults";
import type { NewOrder } from "../../simulator/tiktok-shop/orders/place";
import { ingestChannel, ingestSource } from "../../src/ledger/ingest";
import type { LedgerHarness } from "./ledger-harness";
import {
  openStore,
  skuOf,
  STORE_EVENTS,
  STORE_SECRET,
  type ListedVariant,
} from "./simulated-shops";

let deliveries = 0;

/** The channel says that an order changed. */
export const webhook = (
  { storage, shop, now }: LedgerHarness,
  orderId: string,
  deliveryId = `d${(deliveries += 1)}`,
) =>
  ingestChannel(
    storage,
    { deliveryId, shopId: shop.id, at: now, kind: "order.changed", orderIds: [orderId] },
    now,
  );

/** The store says that an order of its own changed. */
export const storeEvent = ({ storage, now }: LedgerHarness, sourceOrderId: string) =>
  ingestSource(
    storage,
    {
      deliveryId: `s${(deliveries += 1)}`,
      kind: "order.state_changed",
      ids: [sourceOrderId],
      at: now,
    },
    now,
  );

/** The white variant is counted and linked. */
export function stocked(harness: LedgerHarness): void {
  observed(harness, harness.white, 10);
  link(harness, harness.white);
}

/** The store is seen to have so many of a variant. */
export function observed(
  { storage, now }: Pick<LedgerHarness, "storage" | "now">,
  { productId, variantId }: ListedVariant,
  quantity: number,
  priceMinor?: number,
): void {
  const price = priceMinor === undefined ? {} : { priceMinor };
  storage.publisher.observe([{ productId, variantId, quantity, ...price }], now);
}

/** The variant is linked to its SKU, which shows what was published. */
export function link(
  { storage }: LedgerHarness,
  { productId, variantId, channelProductId, channelSkuId }: ListedVariant,
): void {
  const published = { productId, variantId, channelProductId, channelSkuId };
  storage.publisher.bind([{ ...published, sentQuantity: 10, sentPriceMinor: 1000 }]);
  storage.orders.releaseHeld();
}

/** A buyer orders one of the white variant and pays; answers the id of the order. */
export const place = ({ world, white }: LedgerHarness, change: Partial<NewOrder> = {}): string =>
  world.tiktok.placeOrder({
    lines: [{ skuId: white.channelSkuId, quantity: 1 }],
    shippingFee: "2.99",
    ...change,
  });

/** Buyers place so many orders, a second apart, and have not paid yet; answers the ids. */
export function placeMany(harness: LedgerHarness, count: number): string[] {
  const { white, world } = harness;
  world.tiktok.sellerEdits(white.channelSkuId, { quantity: count });
  return Array.from({ length: count }, () => {
    harness.now += 1_000;
    return place(harness, { status: "UNPAID" });
  });
}

/** The orders are polled, over as many runs as it takes. */
export async function poll(harness: LedgerHarness): Promise<void> {
  harness.storage.outbox.schedule("poll-orders", "poll-orders", harness.now);
  await harness.drainUntilIdle();
}

/** The store gets Weft's module, paired, and Weft reads its facts. */
export async function installModule(harness: LedgerHarness): Promise<void> {
  const settings = { webhookUrl: STORE_EVENTS, secret: STORE_SECRET };
  harness.world.prestashop8.configureModule(settings);
  harness.facts = await openStore(harness).readStore();
  harness.restart();
}

/** The code under which the store knows the United Kingdom; with another no order goes there. */
export const setCountry = ({ world }: LedgerHarness, iso_code: string): void =>
  world.prestashop8.edit("countries", "17", { iso_code });

/** A fault of the simulator; answers how it is taken away again. */
export function plant({ world }: LedgerHarness, fault: Omit<Fault, "id">): () => void {
  const id = `fault-${(deliveries += 1)}`;
  world.storage.put("fault", id, { ...fault, id });
  return () => world.storage.delete("fault", id);
}

/** Orders that Weft made in the store, oldest first. */
export function importedOrders({ world }: LedgerHarness) {
  return world.prestashop8
    .orders()
    .filter(({ values }) => values["payment"] === "TikTok Shop")
    .map(({ id, values }) => ({
      id,
      carrier: values["id_carrier"],
      state: values["current_state"],
      reference: values["reference"],
    }));
}

/** What the store counts of a variant. */
export function countOf({ world }: LedgerHarness, { productId, variantId }: ListedVariant): number {
  const row = world.prestashop8
    .rows("stock_availables")
    .find(
      ({ values }) =>
        values["id_product"] === productId && values["id_product_attribute"] === variantId,
    );
  return Number(row?.values["quantity"]);
}

/** What buyers can still order of a variant. */
export const shownOf = ({ world }: LedgerHarness, variant: ListedVariant): number =>
  skuOf(world, variant).stock.reduce((sum, { available }) => sum + available, 0);

/** What buyers pay for one of a variant, in minor units. */
export const priceOf = ({ world }: LedgerHarness, variant: ListedVariant): number =>
  skuOf(world, variant).priceMinor;

/** The order as the channel prints it. */
export const channelStatus = ({ world }: LedgerHarness, orderId: string) =>
  world.tiktok.order(orderId)?.["status"];

/** The merchant ships an order of the store. */
export const shipped = ({ world }: LedgerHarness, sourceOrderId: string, trackingNumber: string) =>
  world.prestashop8.shipOrder(sourceOrderId, { trackingNumber });

/** The buyer asks to cancel a paid order, and the seller agrees. */
export function buyerCancels({ world: { tiktok } }: LedgerHarness, orderId: string): void {
  const cancelId = tiktok.buyerCancels(orderId);
  if (cancelId === undefined) throw new Error("it is too late to cancel");
  tiktok.sellerAnswers(cancelId, "approve");
}
