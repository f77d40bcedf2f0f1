/** Steps of one listing, or of all offers; `id` is the channel's product. */
import { pushPrice } from "../../sync/stock/push-price";
import { pushStock } from "../../sync/stock/push-stock";
import { sessionsOf, type Step } from "./step";

export const pushStockStep: Step = async (context, id) => {
  const { storage, ports, connection } = context;
  const { offerStore, publisher } = storage;
  await pushStock(
    {
      channel: sessionsOf(context).channel,
      readQuantities: (listing) => publisher.readQuantities(listing),
      markSending: (skus) => offerStore.markSending("quantity", skus),
      recordSent: (sku, quantity) => publisher.recordQuantity(sku, quantity),
      isPaused: (listing) => offerStore.isPaused(listing),
      setPaused: (listing, isPaused) => offerStore.setPaused(listing, isPaused, ports.now()),
      warehouseId: async () => (await connection()).warehouseId,
    },
    id,
  );
  return undefined;
};

export const pushPriceStep: Step = async (context, id) => {
  const { offerStore, publisher } = context.storage;
  await pushPrice(
    {
      channel: sessionsOf(context).channel,
      readPrices: (listing) => publisher.readPrices(listing),
      markSending: (skus) => offerStore.markSending("price", skus),
      recordSent: (sku, priceMinor) => offerStore.recordSent("price", sku, priceMinor),
      currency: async () => (await context.connection()).currency,
    },
    id,
  );
  return undefined;
};

export const refreshListingStep: Step = async ({ ports }, id) => {
  await ports.refreshListing(id);
  return undefined;
};

/** The hold-back may have changed: every offer is compared again. */
export const reviewStockStep: Step = async ({ storage, connection }) => {
  storage.notes.write("holdBack", (await connection()).holdBack);
  storage.publisher.reviewAll();
  return undefined;
};
