/** The rows of the bench fit the ledger as it is now: nothing else in a usual run would tell. */
import { expect, it } from "vitest";
import { fillOffers, fillOutbox, fillStock } from "../../bench/ledger-rows";
import { openLedgerStorage } from "../../src/ledger/storage";
import { sqliteStorage } from "../support/sqlite-storage";

it("the bench fills a ledger of today", () => {
  const storage = sqliteStorage();
  openLedgerStorage(storage, () => 1_000);
  fillStock(storage.sql, 3);
  fillOffers(storage.sql);
  fillOutbox(storage.sql, 2, 1_000, "order:");
  const rowsOf = (table: string) => storage.sql.exec(`SELECT 1 FROM ${table}`).toArray().length;
  expect(["stock", "offer"].map(rowsOf)).toEqual([3, 3]);
  expect(
    storage.sql.exec("SELECT 1 FROM outbox WHERE kind = 'refresh-order'").toArray(),
  ).toHaveLength(2);
});
