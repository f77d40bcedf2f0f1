import { migrateLedger } from "./schema";
import { openNotes } from "./notes";
import { openOrderDesk } from "./order-journal";
import { openOrderStore } from "./order-store";
import { openOutbox } from "./outbox";
import { openStockDesk } from "./stock-publisher";
import { openStockStore } from "./stock-store";

export type Rooms = ReturnType<typeof openRooms>;

/** Opens the ledger's storage, brought up to date, with everything that reads and writes it. */
export function openRooms(storage: DurableObjectStorage, now: () => number) {
  migrateLedger(storage);
  const notes = openNotes(storage);
  const outbox = openOutbox(storage);
  const orders = openOrderStore(storage);
  const stock = openStockStore(storage, () => notes.read("scannedAt") ?? 0);
  const desk = openStockDesk(stock, outbox, notes, now);
  const book = openOrderDesk(storage, { orders, stock, desk, outbox }, now);
  return { notes, outbox, orders, stock, desk, book };
}
