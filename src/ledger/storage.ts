import { migrateLedger } from "./schema";
import { openNotes } from "./notes";
import { openOrderRepository } from "./order-journal";
import { openOrderStore } from "./order-store";
import { openOutbox } from "./outbox";
import { openStockPublisher } from "./stock-publisher";
import { openStockStore } from "./stock-store";
import type { LedgerStoragePort } from "./storage-port";

export type LedgerStorage = ReturnType<typeof openLedgerStorage>;

/** Opens the ledger's storage, brought up to date, with everything that reads and writes it. */
export function openLedgerStorage(storage: LedgerStoragePort, now: () => number) {
  migrateLedger(storage);
  const notes = openNotes(storage);
  const outbox = openOutbox(storage);
  const orders = openOrderStore(storage);
  const stock = openStockStore(storage, () => notes.read("scannedAt") ?? 0);
  const desk = openStockPublisher(stock, outbox, notes, now);
  const book = openOrderRepository(storage, { orders, stock, desk, outbox }, now);
  return { notes, outbox, orders, stock, desk, book };
}
