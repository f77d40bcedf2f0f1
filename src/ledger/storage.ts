import { Notes } from "./notes";
import { OfferStore } from "./offer-store";
import { LedgerOrderRepository } from "./order-repository";
import { OrderStore } from "./order-store";
import { Outbox } from "./outbox";
import { migrateLedger } from "./schema";
import { StockPublisher } from "./stock-publisher";
import { StockStore } from "./stock-store";
import type { LedgerStoragePort } from "./storage-port";

export interface LedgerStorage {
  notes: Notes;
  outbox: Outbox;
  /** Rows; what must happen with a change of them is in `orders` and `publisher`. */
  orderStore: OrderStore;
  stockStore: StockStore;
  offerStore: OfferStore;
  publisher: StockPublisher;
  /** Orders as use cases read and change them. */
  orders: LedgerOrderRepository;
}

/** Opens the ledger's storage, brought up to date, with everything that reads and writes it. */
export function openLedgerStorage(storage: LedgerStoragePort, now: () => number): LedgerStorage {
  migrateLedger(storage);
  const notes = new Notes(storage);
  const outbox = new Outbox(storage);
  const orderStore = new OrderStore(storage);
  const offerStore = new OfferStore(storage);
  const stockStore = new StockStore(storage, offerStore, () => notes.read("scannedAt") ?? 0);
  const publisher = new StockPublisher({
    stock: stockStore,
    offers: offerStore,
    outbox,
    notes,
    now,
  });
  const orders = new LedgerOrderRepository({
    storage,
    orders: orderStore,
    offers: offerStore,
    publisher,
    outbox,
    now,
  });
  return { notes, outbox, orderStore, stockStore, offerStore, publisher, orders };
}
