/** Steps of one listing, or of all offers; `id` is the channel's product. */
import { SyncError } from "../../domain/errors/sync-error";
import { pushPrice } from "../../sync/stock/push-price";
import { pushStock } from "../../sync/stock/push-stock";
import { isSkuMissing, isStatusRefused } from "../../domain/errors/classify-code";
import { CURRENCY_PROBLEM, stockProblem } from "../../domain/errors/problem-key";
import type { PauseCause } from "../../domain/stock/listing-pause";
import { nameListing } from "../ingest";
import { noteStockSettings } from "../stock-settings";
import { walkNow } from "../sweeps";
import { sessionsOf, type Step, type StepContext } from "./step";

/** A price that waits for its listing is tried this often, beside the moment it is put back. */
const OFF_SALE_WAIT_MS = 15 * 60_000;

/** So much later a listing looks whether its prices are in the market's currency by now. */
const OTHER_CURRENCY_WAIT_MS = 60_000;

export const pushStockStep: Step = async (context, id) => {
  const { offerStore, saleStore, published, publisher } = context.storage;
  const before = saleStore.causeOf(id);
  const push = pushStock(
    {
      channel: sessionsOf(context).channel,
      readQuantities: (listing) => published.readQuantities(listing),
      markSending: (skus) => offerStore.doubt("quantity", skus, "sending"),
      recordSent: (sku, quantity) => publisher.recordQuantity(sku, quantity),
      readPause: (listing) => saleStore.causeOf(listing),
      readTaking: (listing) => saleStore.takingOf(listing),
      markTaking: (listing, taking) => saleStore.writeTaking(listing, taking),
      recordPause: (listing, cause) => {
        publisher.recordPause(listing, cause);
        // The read model learns of it though the channel's event is lost.
        const at = context.ports.now();
        nameListing(context.storage, { channelProductId: listing, at }, at);
      },
      warehouseId: async () => (await context.connection()).warehouseId,
    },
    id,
  );
  return push.then(
    async (skuIds) => void (await noteEmptySkus(context, id, skuIds, before)),
    (caught: unknown) => letMissingGo(context, id, caught),
  );
};

/**
 * A SKU that the channel does not have any more (removed there, or by a push that died before it told)
 * would keep the numbers of the whole listing from being sent: it is let go where a read of the listing
 * lacks it too, and the others go out at once.
 */
async function letMissingGo(context: StepContext, id: string, caught: unknown): Promise<number> {
  if (!(caught instanceof SyncError) || !isSkuMissing(caught.code)) throw caught;
  const { storage, ports } = context;
  const report = await (await sessionsOf(context).channel()).readListing(id);
  const there = new Set(report?.skus.map(({ channelSkuId }) => channelSkuId));
  const offers = storage.offerStore.listByListing(id).map(({ channelSkuId }) => channelSkuId);
  const missing = there.size === 0 ? [] : offers.filter((skuId) => !there.has(skuId));
  // A read that still shows it may be an old one.
  if (missing.length === 0) throw new SyncError("retry", caught.code, caught.facts);
  await ports.dropOffers(id, missing);
  storage.publisher.unbind(missing);
  ports.log.warn("ledger.skus_missing", { skus: missing.length });
  return ports.now();
}

/** The merchant reads why variants with stock are off sale, for as long as they are. */
async function noteEmptySkus(
  { ports, storage: { offerStore } }: StepContext,
  id: string,
  skuIds: readonly string[],
  before: PauseCause | null,
): Promise<void> {
  const key = stockProblem(id);
  if (skuIds.length === 0) return before === "empty_sku" ? ports.clearProblem(key) : undefined;
  const [offer] = offerStore.listByListing(id);
  const facts = { channelProductId: id, productId: offer?.productId ?? "", skuIds };
  await ports.raiseProblem(key, new SyncError("merchant", "listing.empty_sku", facts));
}

export const pushPriceStep: Step = async (context, id) => {
  const { offerStore, published } = context.storage;
  const currency = await sentCurrency(context);
  if (currency === undefined) return context.ports.now() + OTHER_CURRENCY_WAIT_MS;
  return pushPrice(
    {
      channel: sessionsOf(context).channel,
      readPrices: (listing) => published.readPrices(listing),
      markSending: (skus) => offerStore.doubt("price", skus, "sending"),
      recordSent: (sku, priceMinor) => offerStore.believe("price", sku, priceMinor),
      currency: async () => currency,
    },
    id,
  )
    .then(
      () => undefined,
      (caught: unknown) => letMissingGo(context, id, caught),
    )
    .catch((caught: unknown) => waitForSale(context, caught));
};

/**
 * The currency of the prices, or undefined while they are not the market's, which is one problem of
 * the connection, or while nobody knows: for whom they are read was just changed.
 */
async function sentCurrency({ connection, ports, storage }: StepContext) {
  const { currency, marketCurrency = currency, isReadAsChosen } = await connection();
  if (!isReadAsChosen) return undefined;
  const isRight = currency === marketCurrency;
  const said = isRight ? undefined : `${currency} ${marketCurrency}`;
  if (storage.notes.read("currenciesDiffer") === said) return isRight ? currency : undefined;
  if (isRight) await ports.clearProblem(CURRENCY_PROBLEM);
  else {
    const facts = { store: currency, market: marketCurrency };
    const error = new SyncError("merchant", "listing.currency_differs", facts);
    await ports.raiseProblem(CURRENCY_PROBLEM, error);
  }
  storage.notes.write("currenciesDiffer", said);
  return isRight ? currency : undefined;
}

/** A listing that is off sale, or in the review of its return, takes no price: again later. */
function waitForSale({ ports }: StepContext, caught: unknown): number {
  if (!(caught instanceof SyncError) || !isStatusRefused(caught.code)) throw caught;
  return ports.now() + OFF_SALE_WAIT_MS;
}

/**
 * The hold-back, the threshold or what is sent at all may have changed: every offer is compared again, some
 * listings a run. Settings that change meanwhile begin it anew.
 */
export const reviewStockStep: Step = async ({ storage, connection, ports }) => {
  const { notes, publisher } = storage;
  const isChanged = noteStockSettings(notes, await connection());
  // Prices before discounts that were never seen are read now, not within hours.
  if (
    isChanged &&
    notes.read("priceRule")?.base === "regular" &&
    storage.stockStore.lacksListPrice()
  )
    walkNow(storage, ports.now());
  const next = publisher.review((isChanged ? undefined : notes.read("reviewAfter")) ?? "");
  notes.write("reviewAfter", next);
  if (next !== undefined) return ports.now();
  notes.write("reviewedAt", ports.now());
  return undefined;
};
