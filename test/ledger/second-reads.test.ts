import { beforeEach, describe, expect, it } from "vitest";
import { takeSecondReads } from "../../src/ledger/second-reads";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import { sqliteStorage } from "../support/sqlite-storage";

const START = 1_790_000_000_000;
const ROUND_MS = 4 * 60_000;

let storage: LedgerStorage;

beforeEach(() => {
  storage = openLedgerStorage(sqliteStorage(), () => START);
});

const toRead = () => storage.notes.listRereads("product", 9).ids;

describe("a product that changed", () => {
  it("is read again in the round after the one that took it up", () => {
    storage.notes.addRereads("named", ["9"]);
    takeSecondReads(storage, START);
    expect(toRead()).toEqual([]);
    takeSecondReads(storage, START + ROUND_MS - 1);
    expect(toRead()).toEqual([]);
    takeSecondReads(storage, START + ROUND_MS);
    expect(toRead()).toEqual(["9"]);
  });

  it("is read again after a clock that went ahead was set back", () => {
    storage.notes.addRereads("named", ["8"]);
    takeSecondReads(storage, START + 3_600_000);
    storage.notes.addRereads("named", ["9"]);
    takeSecondReads(storage, START);
    takeSecondReads(storage, START + ROUND_MS);
    expect(toRead()).toContain("9");
  });
});
