import { CategoryStock } from "./category-stock";
import { CorrectionStore } from "./correction-store";
import { FoldedOrders } from "./folded-orders";
import { JournalStore } from "./journal-store";
import { LowStockStore } from "./low-stock-store";
import { NamedListings } from "./named-listings";
import { Notes } from "./notes";
import { OfferStore } from "./offer-store";
import { LedgerOrderRepository } from "./order-repository";
import { OrderStore } from "./order-store";
import { Outbox } from "./outbox";
import { migrateLedger } from "./schema";
import { PublishedStock } from "./published-stock";
import { ReplayStore } from "./replay-store";
import { Resends } from "./resends";
import { Rechecks } from "./rechecks";
import { RuleStore } from "./rule-store";
import { SaleStore } from "./sale-store";
import { StockPublisher } from "./stock-publisher";
import { StockStore } from "./stock-store";
import { UnchangedReads } from "./unchanged-reads";
import { WithdrawnStore } from "./withdrawn-store";
import type { LedgerStoragePort } from "./storage-port";

export interface LedgerStorage {
  notes: Notes;
  outbox: Outbox;
  /** Rows; what must happen with a change of them is in `orders`, `publisher`. */
  orderStore: OrderStore;
  foldedOrders: FoldedOrders;
  stockStore: StockStore;
  offerStore: OfferStore;
  ruleStore: RuleStore;
  categoryStock: CategoryStock;
  saleStore: SaleStore;
  published: PublishedStock;
  publisher: StockPublisher;
  resends: Resends;
  rechecks: Rechecks;
  corrections: CorrectionStore;
  lowStock: LowStockStore;
  namedListings: NamedListings;
  journal: JournalStore;
  replays: ReplayStore;
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
  const ruleStore = new RuleStore(storage);
  const saleStore = new SaleStore(storage);
  const categoryStock = new CategoryStock(storage);
  const stockStore = new StockStore(storage, () => notes.read("scannedAt") ?? 0, now());
  const withdrawn = new WithdrawnStore(storage);
  const lowStock = new LowStockStore(storage);
  const stores = {
    stock: stockStore,
    offers: offerStore,
    rules: ruleStore,
    categories: categoryStock,
    sales: saleStore,
    withdrawn,
    lowStock,
  };
  const published = new PublishedStock({ ...stores, notes });
  const unchanged = new UnchangedReads(storage, stockStore, notes);
  const publisher = new StockPublisher({ ...stores, published, unchanged, outbox, notes, now });
  const resends = new Resends({ offers: offerStore, rules: ruleStore, outbox, notes, now });
  const orders = new LedgerOrderRepository({
    storage,
    orders: orderStore,
    offers: offerStore,
    withdrawn,
    publisher,
    outbox,
    now,
  });
  return {
    notes,
    outbox,
    orderStore,
    foldedOrders: new FoldedOrders(storage),
    stockStore,
    offerStore,
    ruleStore,
    categoryStock,
    saleStore,
    published,
    publisher,
    resends,
    rechecks: new Rechecks(storage),
    corrections: new CorrectionStore(storage),
    lowStock,
    namedListings: new NamedListings(storage),
    journal: new JournalStore(storage, notes),
    replays: new ReplayStore(storage),
    orders,
  };
}
