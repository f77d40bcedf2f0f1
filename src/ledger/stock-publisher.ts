/**
 * Decides what to publish: takes counts, reservations, rules and reports in, schedules a send for
 * each number that differs from what the channel is believed to show. It never calls a shop.
 */
import { canonicalText } from "../domain/canonical-text";
import { keyOfVariant } from "../domain/catalogue/source-product";
import type { VariantLink } from "../domain/orders/order-draft";
import type { MovedSku } from "../domain/orders/moved-skus";
import type { DoubtCause } from "../domain/stock/doubt";
import { entryCause, type CorrectionCause } from "../domain/stock/correction-note";
import type { Correction } from "../domain/stock/offer-drift";
import { linkOf, type Pack } from "../domain/stock/pack";
import type { PauseCause } from "../domain/stock/listing-pause";
import { isUsualRule, type ProductRule } from "../domain/stock/product-rule";
import type {
  ListingReportNote,
  Observation,
  OfferBinding,
  OfferRelink,
  ProductRuleChange,
  StockView,
} from "../sync/ledger-api";
import { DueSends } from "./due-sends";
import { listingEntity, rereadEntity } from "./entities";
import { ListingSales } from "./listing-sales";
import { LowStockLog } from "./low-stock-log";
import type { LowStockStore } from "./low-stock-store";
import type { Notes } from "./notes";
import type { OfferStore } from "./offer-store";
import type { Outbox } from "./outbox";
import type { PublishedStock } from "./published-stock";
import type { RuleStore } from "./rule-store";
import type { SaleStore } from "./sale-store";
import type { StockStore } from "./stock-store";
import type { UnchangedReads } from "./unchanged-reads";
import { noteOffering } from "./note-offering";
import type { Offering, WithdrawnStore } from "./withdrawn-store";

const NONE: ReadonlySet<string> = new Set();
/** Listings compared in one go; other work of the ledger has its turn in between. */
const REVIEWED_AT_ONCE = 200;

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  rules: RuleStore;
  sales: SaleStore;
  published: PublishedStock;
  withdrawn: WithdrawnStore;
  lowStock: LowStockStore;
  unchanged: UnchangedReads;
  outbox: Outbox;
  notes: Notes;
  now(): number;
}

export class StockPublisher {
  readonly #parts: Parts;
  readonly #due: DueSends;
  readonly #log: LowStockLog;
  readonly #sales: ListingSales;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#due = new DueSends(parts);
    this.#log = new LowStockLog(parts);
    this.#sales = new ListingSales({ ...parts, due: this.#due, log: this.#log });
  }

  view(key: VariantLink): StockView {
    return this.#parts.published.view(key);
  }

  /** `gone`: products that the store has deleted. */
  observe(
    observations: readonly Observation[],
    observedAt: number,
    gone: readonly string[] = [],
  ): void {
    this.#withdrawMissing(gone, NONE, observedAt);
    const unchanged = this.#parts.unchanged.confirm(observations, observedAt);
    const moved = observations.filter(
      (seen) => !unchanged.has(seen) && this.#record(seen, observedAt),
    );
    const whole = observations.filter(({ isOffered }) => isOffered !== undefined);
    const products = [...new Set(whole.map(({ productId }) => productId))];
    this.#withdrawMissing(products, new Set(whole.map(keyOfVariant)), observedAt);
    if (moved.length > 0 && this.#parts.notes.read("stockCursor")) this.#recount(moved);
  }

  /**
   * A full scan: `changed` differs from what is known, every other count was right at `scannedAt`.
   */
  observeScan(changed: readonly Observation[], scannedAt: number): void {
    const { notes, stock } = this.#parts;
    for (const seen of changed) this.#record(seen, scannedAt);
    this.#recount(changed.filter((seen) => this.view(seen).physical !== seen.quantity));
    notes.write("scannedAt", Math.max(scannedAt, notes.read("scannedAt") ?? 0));
    for (const key of stock.listReleasing()) this.#due.schedule(key);
    stock.dropReleased(scannedAt);
  }

  /**
   * The reservations of an order changed, or it moved the channel's own counters. `chosen`: variants
   * that its SKUs stand for in this order alone.
   */
  reviewOrder(
    orderId: string,
    channelSkuIds: readonly string[],
    cause: string,
    moved: readonly MovedSku[],
    chosen: readonly VariantLink[],
  ): void {
    const { offers, stock, now } = this.#parts;
    for (const { channelSkuId, cause: doubt } of moved)
      offers.doubt("quantity", [channelSkuId], doubt);
    const own = [...offers.links(channelSkuIds).values(), ...chosen];
    const inPacks = own
      .flatMap((key) => this.#due.relatedTo(key))
      .filter((key) => stock.isKnown(key));
    for (const key of [...own, ...inPacks]) stock.addEntry(cause, orderId, this.view(key), now());
    // What packs bind to it is compared with it.
    for (const key of own) this.#due.schedule(key);
  }

  /** The packs of the store that are counted by their parts; what they bind is compared again. */
  setPacks(packs: readonly Pack[]): void {
    const { notes } = this.#parts;
    const before = notes.read("packs") ?? [];
    if (canonicalText(before) === canonicalText(packs)) return;
    notes.write("packs", packs.length > 0 ? packs : undefined);
    for (const pack of [...before, ...packs])
      for (const key of [linkOf(pack), ...pack.parts]) this.#due.schedule(key);
  }

  /**
   * Some listings are compared as a whole: rules and settings are read once for each. Answers the last of
   * them where there may be more.
   */
  review(after: string): string | undefined {
    const ids = this.#parts.offers.listListings(after, REVIEWED_AT_ONCE);
    for (const id of ids) this.#due.scheduleListing(id);
    return ids.length < REVIEWED_AT_ONCE ? undefined : ids.at(-1);
  }

  /** Something moved what the channel shows: the numbers of these offers go out again. */
  doubt(what: "quantity" | "price", channelSkuIds: readonly string[], cause: DoubtCause): void {
    const { offers } = this.#parts;
    offers.doubt(what, channelSkuIds, cause);
    for (const key of offers.links(channelSkuIds).values()) this.#due.schedule(key);
  }

  /** The channel was read and shows another number than believed: the wanted one goes out again. */
  correct({ channelSkuId, what, shown }: Correction, cause: CorrectionCause): void {
    const { offers, published, stock, now } = this.#parts;
    for (const key of offers.links([channelSkuId]).values()) {
      const price = what === "price" ? (published.priceOf(key) ?? undefined) : undefined;
      stock.addEntry(entryCause(what, cause), String(shown), this.view(key), now(), price);
    }
    this.doubt(what, [channelSkuId], cause);
  }

  bind(bindings: readonly OfferBinding[]): void {
    const { offers, stock, now } = this.#parts;
    for (const binding of bindings) {
      offers.bind(binding);
      stock.addEntry("bound", binding.channelSkuId, this.view(binding), now());
      this.#due.schedule(binding);
    }
  }

  /** SKUs stand for variants that were made anew; their numbers are compared again. */
  relink(links: readonly OfferRelink[]): void {
    const { offers, stock, now } = this.#parts;
    for (const { channelSkuId, ...key } of links) {
      if (!offers.relink(channelSkuId, key)) continue;
      stock.addEntry("relinked", channelSkuId, this.view(key), now());
      this.#due.schedule(key);
    }
  }

  /**
   * A failed send of the listing runs once more: it finds nothing to send and closes its problem. A
   * listing that was off sale for the sake of these may come back.
   */
  unbind(channelSkuIds: readonly string[], endsLinks = false): void {
    const { offers, outbox, now } = this.#parts;
    const listings = offers.unbind(channelSkuIds);
    if (endsLinks) offers.remove(channelSkuIds);
    for (const channelProductId of listings) {
      for (const offer of offers.listByListing(channelProductId)) this.#due.schedule(offer);
      for (const kind of ["push-stock", "push-price"] as const) {
        const entity = listingEntity(channelProductId);
        if (outbox.find(kind, entity)) outbox.runNow(kind, entity, now());
      }
    }
  }

  /** Stores what merchants decided about products; each offer is compared again. */
  setRules(changes: readonly ProductRuleChange[]): void {
    const { rules, stock } = this.#parts;
    for (const { productId, rule } of changes) {
      rules.write(productId, rule);
      const { price = null } = rule ?? {};
      const startsBefore = price !== null && price !== "store" && price.base === "regular";
      if (startsBefore && stock.lacksListPrice(productId)) this.#readAgain(productId, "product");
    }
    this.reviewProducts(changes.map(({ productId }) => productId));
  }

  /** Changes the fields of a product's rule that `patch` names, and no other. */
  changeRule(productId: string, patch: Partial<ProductRule>): void {
    const rule = { ...this.#parts.rules.read(productId), ...patch };
    this.setRules([{ productId, rule: isUsualRule(rule) ? null : rule }]);
  }

  /** Each live offer of these products is compared again. */
  reviewProducts(productIds: readonly string[]): void {
    for (const productId of productIds)
      for (const offer of this.#parts.offers.listLiveOf(productId)) this.#due.schedule(offer);
  }

  noteListingStates(reports: readonly ListingReportNote[], at: number): void {
    this.#sales.noteStates(reports, at);
  }

  /** Weft took a listing off sale, or put it back (null). */
  recordPause(channelProductId: string, cause: PauseCause | null): void {
    this.#sales.recordPause(channelProductId, cause);
  }

  recordQuantity(channelSkuId: string, quantity: number): void {
    const { offers, stock, now } = this.#parts;
    const before = offers.find(channelSkuId);
    offers.believe("quantity", channelSkuId, quantity);
    if (!before) return;
    stock.addEntry("published", String(quantity), this.view(before), now());
    this.#log.noteQuantity(before, quantity);
  }

  /** Variants with a SKU that a read of their whole product does not show were deleted. */
  #withdrawMissing(
    productIds: readonly string[],
    shown: ReadonlySet<string>,
    observedAt: number,
  ): void {
    if (productIds.length === 0) return;
    for (const offer of this.#parts.offers.listOf(productIds)) {
      if (shown.has(keyOfVariant(offer))) continue;
      this.#withdraw({ ...offer, quantity: 0 }, "gone", observedAt);
      this.#due.schedule(offer);
    }
  }

  #withdraw(seen: Observation, offering: Offering, observedAt: number): void {
    const isSure = noteOffering(this.#parts, seen, offering, observedAt);
    if (!isSure) this.#reread({ ...seen, priceMinor: seen.priceMinor ?? 0 });
  }

  /** Stores an observation and schedules what it changes; true when the count moved. */
  #record(seen: Observation, observedAt: number): boolean {
    const worth = this.#parts.stock.judge(seen, observedAt);
    const isMoved = worth === "news" && this.#store(seen, observedAt);
    if (worth === "unclear") this.#reread(seen);
    if (seen.isOffered !== undefined)
      this.#withdraw(seen, seen.isOffered ? "offered" : "withdrawn", observedAt);
    this.#due.schedule(seen);
    return isMoved;
  }

  #store(seen: Observation, observedAt: number): boolean {
    const { stock } = this.#parts;
    const before = this.view(seen);
    stock.store(seen, observedAt);
    const after = this.view(seen);
    const isMoved = before.physical !== after.physical;
    if (isMoved) stock.addEntry("observed", "", after, observedAt);
    else if (before.sellable !== after.sellable) stock.addEntry("counted", "", after, observedAt);
    return isMoved;
  }

  /** Two reads disagree and neither is surely the younger one: a third one decides. */
  #reread({ productId, priceMinor }: Observation): void {
    this.#readAgain(productId, priceMinor === undefined ? "stock" : "product");
  }

  #readAgain(productId: string, what: "stock" | "product"): void {
    const { notes, outbox, now } = this.#parts;
    notes.addRereads(what, [productId]);
    outbox.schedule(
      `observe-${what === "stock" ? "stock" : "products"}`,
      rereadEntity(what),
      now(),
    );
  }

  #recount(seen: readonly Observation[]): void {
    this.#parts.notes.addRereads("recount", [...new Set(seen.map(({ productId }) => productId))]);
  }
}
