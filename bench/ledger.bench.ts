/** What the ledger reads when much waits in it, and when one of many counts moves. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { draftOrder } from "../src/domain/orders/order-draft";
import type { OrderRecord } from "../src/domain/orders/order-record";
import { FoldedOrders } from "../src/ledger/folded-orders";
import { OrderStore } from "../src/ledger/order-store";
import { Outbox } from "../src/ledger/outbox";
import { migrateLedger } from "../src/ledger/schema";
import { StockStore } from "../src/ledger/stock-store";
import { openLedgerStorage } from "../src/ledger/storage";
import type { LedgerStoragePort, SqlPort } from "../src/ledger/storage-port";
import type { Observation, OfferBinding } from "../src/sync/ledger-api";
import { IMPORTED, lineOf, orderOf, recordOf } from "../test/support/order-builders";
import type { Figure } from "./figures";
import { fillOutbox, fillStock } from "./ledger-rows";

const WAITING = 50_000;
const DUE = 1_000;
const SKUS = 100_000;
const ORDERS = 100;
const NOW = 1_790_000_000_000;
const LEASE_MS = 60_000;

interface Counted {
  rows: number;
  statements: number;
}

/** The storage of an object of its own, with every row counted that is read or written. */
async function inLedger(work: (sql: SqlPort, counted: Counted) => void): Promise<void> {
  const stub = env.LEDGER.getByName(crypto.randomUUID());
  await runInDurableObject(stub, (_ledger, { storage }) => {
    const counted = { rows: 0, statements: 0 };
    const exec: SqlPort["exec"] = (query, ...values) => {
      const cursor = storage.sql.exec<never>(query, ...values);
      const rows = cursor.toArray();
      counted.rows += cursor.rowsRead + cursor.rowsWritten;
      counted.statements += 1;
      return { toArray: () => rows, raw: () => rows.map((row) => Object.values(row)) } as never;
    };
    const sql: SqlPort = { exec };
    migrateLedger({
      ...storage,
      sql,
      transactionSync: (change) => storage.transactionSync(change),
    } as LedgerStoragePort);
    work(sql, counted);
  });
}

const PAGE = 100;

const pageOfProducts = (): Observation[] =>
  Array.from({ length: PAGE * 3 }, (_, index) => ({
    productId: `p${Math.floor(index / 3)}`,
    variantId: String(index % 3),
    quantity: 5,
    priceMinor: 1000,
    isOffered: true,
  }));

const toBinding = ({ productId, variantId }: Observation): OfferBinding => ({
  productId,
  variantId,
  channelProductId: `listing ${productId}`,
  channelSkuId: `sku ${productId} ${variantId}`,
  sentQuantity: 5,
  sentPriceMinor: 1000,
});

/** An order of three lines that was imported and delivered long ago. */
function endedOrder(id: string): OrderRecord {
  const sold = (line: number) =>
    lineOf({ id: `${id}${line}`, channelSkuId: `17${id}${line}`, sellerSku: `SKU-${id}-${line}` });
  const order = orderOf({ id, state: "delivered", lines: [1, 2, 3].map(sold) });
  const links = order.lines.map(
    ({ channelSkuId }, line) => [channelSkuId, { productId: `${line}`, variantId: "7" }] as const,
  );
  const importState = { ...IMPORTED, sourceOrderId: id };
  const texts = {
    paymentLabel: "TikTok Shop",
    mailDomain: "x.example",
    moneyChoice: "paid",
  } as const;
  const draft = draftOrder(order, new Map(links), texts);
  return recordOf({ order, readAt: 1, importState, draft });
}

/** What the columns of all orders hold, without SQLite's own pages. */
function bytesOf(sql: SqlPort): number {
  const columns = ["body", "import_state", "progress", "draft", "fulfilment", "links", "folded"];
  const bytes = columns.map((name) => `coalesce(length(CAST(${name} AS BLOB)), 0)`).join(" + ");
  const [sum] = sql
    .exec<{ bytes: number }>(`SELECT sum(${bytes}) AS bytes FROM order_record`)
    .toArray();
  return sum?.bytes ?? 0;
}

describe("figures", () => {
  it("of the ledger", async ({ task }) => {
    const figures: Figure[] = [];
    task.meta.figures = figures;
    await inLedger((sql, counted) => {
      const outbox = new Outbox({ sql });
      fillOutbox(sql, WAITING, NOW + 600_000, "later:");
      counted.rows = 0;
      outbox.schedule("refresh-order", "order:1", NOW);
      outbox.nextDueAt();
      const name = "an event, while 50,000 rows wait";
      figures.push({ name, value: counted.rows, unit: "rows", target: 20 });
      fillOutbox(sql, DUE, NOW, "due:");
      counted.rows = 0;
      for (let taken = 0; taken <= DUE; taken += 1) {
        const row = outbox.takeNext(NOW, LEASE_MS, []);
        if (row) outbox.finish(row, NOW);
        outbox.hasten("source", NOW);
        outbox.unpark("source", NOW);
      }
      const value = counted.rows / DUE;
      figures.push({ name: "a due row of 1,000, beside them", value, unit: "rows", target: 40 });
    });
    await inLedger((sql, counted) => {
      fillStock(sql, SKUS);
      const store = new StockStore({ sql }, () => 0, NOW);
      counted.rows = 0;
      store.listCounts([{ productId: "p77", variantId: "0" }]);
      const name = "one changed count of 100,000";
      figures.push({ name, value: counted.rows, unit: "rows", target: 50 });
    });
    await inLedger((sql, counted) => {
      const orders = new OrderStore({ sql });
      const folded = new FoldedOrders({ sql });
      for (let id = 1; id <= ORDERS; id += 1) orders.write(endedOrder(`57${100_000_000 + id}`), []);
      const minimum = bytesOf(sql) / ORDERS;
      counted.rows = 0;
      folded.fold(NOW, ORDERS);
      const rows = counted.rows / ORDERS;
      const value = bytesOf(sql) / ORDERS;
      figures.push(
        { name: "an ended order, folded", value, minimum, unit: "bytes", target: 1_200 },
        { name: "… rows of folding it", value: rows, unit: "rows", target: 10 },
      );
    });
    await inLedger((sql, counted) => {
      const storage = { sql, transactionSync: (change) => change() } as LedgerStoragePort;
      const { publisher } = openLedgerStorage(storage, () => NOW);
      const seen = pageOfProducts();
      publisher.observe(seen, NOW);
      publisher.bind(seen.map(toBinding));
      counted.rows = 0;
      counted.statements = 0;
      publisher.observe(seen, NOW);
      const name = "an unchanged product of 3 variants, listed";
      figures.push(
        { name, value: counted.statements / PAGE, unit: "statements", target: 1 },
        { name, value: counted.rows / PAGE, unit: "rows", target: 30 },
      );
    });
  });
});
