/** One order of the channel and the offer it is for, as the tests of the ledger want them. */
import { ingestChannel } from "../../src/ledger/ingest";
import type { LedgerHarness } from "./ledger-harness";
import { orderOf } from "./order-builders";

export const { id: ORDER } = orderOf();
let deliveries = 0;

/** The channel says that the order changed. */
export const webhook = (harness: LedgerHarness, deliveryId = `d${(deliveries += 1)}`) =>
  ingestChannel(
    harness.storage,
    { deliveryId, shopId: "1", at: harness.shops.now, kind: "order.changed", orderId: ORDER },
    harness.shops.now,
  );

/** A linked offer of which the store counts ten. */
export function stocked(harness: LedgerHarness) {
  const { publisher } = harness.storage;
  harness.shops.counts.set("8:21", 10);
  publisher.observe([{ productId: "8", variantId: "21", quantity: 10 }], harness.shops.now);
  link(harness);
}

function link({ storage, shops }: LedgerHarness) {
  shops.shown.set("S1", 10);
  storage.publisher.bind([
    {
      productId: "8",
      variantId: "21",
      channelProductId: "P1",
      channelSkuId: "S1",
      sentQuantity: 10,
      sentPriceMinor: 1000,
    },
  ]);
  storage.orders.releaseHeld();
}

/** A buyer orders one. */
export const place = ({ shops }: LedgerHarness, change = {}) =>
  shops.orders.set(ORDER, orderOf({ updatedAt: shops.now - (shops.now % 1000), ...change }));
/** The order moves on at the channel. */
export const advance = ({ shops }: LedgerHarness, change: object) => {
  const order = shops.orders.get(ORDER) ?? orderOf();
  shops.orders.set(ORDER, { ...order, ...change, updatedAt: order.updatedAt + 5_000 });
};
