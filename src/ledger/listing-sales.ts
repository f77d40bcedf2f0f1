/** Keeps who took listings on and off sale, and schedules what follows for their numbers. It calls no shop. */
import { isOwnPause, receiveSaleReport, type PauseCause } from "../domain/stock/listing-pause";
import type { ListingReportNote } from "../sync/ledger-api";
import type { DueSends } from "./due-sends";
import type { LowStockLog } from "./low-stock-log";
import type { OfferStore } from "./offer-store";
import type { PublishedStock } from "./published-stock";
import type { SaleStore } from "./sale-store";
import type { StockStore } from "./stock-store";

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  sales: SaleStore;
  published: PublishedStock;
  log: LowStockLog;
  due: DueSends;
  now(): number;
}

export class ListingSales {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Who put listings on or off sale, or what the channel showed of them at `at` (epoch ms). What
   * Weft had taken off sale and somebody put back shows a number nobody knows.
   */
  noteStates(reports: readonly ListingReportNote[], at: number): void {
    const { due, log, offers, sales } = this.#parts;
    for (const { channelProductId, ...report } of reports) {
      const known = sales.find(channelProductId);
      const taking = sales.takingOf(channelProductId);
      const next = receiveSaleReport(known, report, at, taking);
      if (!next) continue;
      this.#write(channelProductId, next.cause, at);
      if (taking !== null && next.cause === taking) log.notePause(channelProductId, taking);
      const live = offers.listByListing(channelProductId);
      const skuIds = live.map(({ channelSkuId }) => channelSkuId);
      if (isOwnPause(known?.cause ?? null) && next.cause === null)
        offers.doubt("quantity", skuIds, "seller_edit");
      for (const offer of live) due.schedule(offer);
    }
  }

  /** Weft took a listing off sale, or put it back (null). */
  recordPause(channelProductId: string, cause: PauseCause | null): void {
    const { due, log, offers, now } = this.#parts;
    this.#write(channelProductId, cause, now());
    log.notePause(channelProductId, cause);
    if (cause === null)
      for (const offer of offers.listByListing(channelProductId)) due.schedule(offer);
  }

  #write(channelProductId: string, cause: PauseCause | null, at: number): void {
    const { offers, published, sales, stock, now } = this.#parts;
    sales.write(channelProductId, { cause, at });
    const entry = cause === null ? "on_sale" : "paused";
    for (const offer of offers.listByListing(channelProductId))
      stock.addEntry(entry, cause ?? "", published.view(offer), now());
  }
}
