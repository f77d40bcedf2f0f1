/** The recurring step over all offers: what the channel shows is what it is believed to show. */
import { readBackOffers } from "../../sync/stock/read-back-offers";
import { listingEntity, sweepEntity } from "../entities";
import { sessionsOf, type Step } from "./step";

/** Longer than the orders' poll, which has to run between two readings. */
const READ_BACK_EVERY_MS = 5 * 60_000;

/** A quantity is corrected by the second reading that shows it: what moved it lies before the first. */
const SEEN_WITHIN_MS = 3 * READ_BACK_EVERY_MS;

export const readBackOffersStep: Step = async (context) => {
  const { storage, ports, connection } = context;
  const { corrections, notes, offerStore, outbox, publisher, saleStore } = storage;
  const { channel, now } = sessionsOf(context);
  // All rows are made due by a setting that changed; two readings must lie apart.
  const dueAt = notes.read("readBackDueAt") ?? 0;
  if (notes.read("readBack")?.next === undefined && now() < dueAt) return dueAt;
  const isSending = (channelProductId: string) =>
    (["push-stock", "push-price"] as const).some((kind) =>
      outbox.find(kind, listingEntity(channelProductId)),
    );
  // Without the orders of the channel nobody knows whether a difference is one of them.
  const isPolled = () =>
    notes.read("pollPage") === undefined &&
    !outbox.find("poll-orders", sweepEntity("poll-orders"))?.reason;
  const { isLast, corrected, isDrifting } = await readBackOffers({
    channel,
    warehouseId: async () => (await connection()).warehouseId,
    currency: async () => (await connection()).currency,
    readState() {
      const state = notes.read("readBack");
      return state && !isPolled() ? { ...state, seen: {} } : state;
    },
    writeState: (state) => notes.write("readBack", state),
    listOnSale: (listing) =>
      saleStore.causeOf(listing) === null && !isSending(listing)
        ? offerStore.listByListing(listing)
        : [],
    correct(correction) {
      const { channelSkuId, what } = correction;
      // A price moves by a hand alone.
      const cause =
        what === "price"
          ? ("seller_edit" as const)
          : corrections.causeOf(channelSkuId, now() - SEEN_WITHIN_MS);
      publisher.correct(correction, cause);
    },
  });
  if (corrected > 0) ports.log.warn("ledger.offers_corrected", { corrected });
  if (isDrifting) outbox.runNow("poll-orders", sweepEntity("poll-orders"), now());
  if (!isLast) return now();
  notes.write("readBackDueAt", now() + READ_BACK_EVERY_MS);
  return now() + READ_BACK_EVERY_MS;
};
