/** A page of products that is as known costs a few statements; what is not at rest is never taken for that. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import type { Observation } from "../../src/sync/ledger-api";
import { sqliteStorage, type SqliteStorage } from "../support/sqlite-storage";

const START = 1_790_000_000_000;
const PRODUCTS = ["1", "2", "3"];
const VARIANTS = ["0", "7"];

const catalogue = (products: readonly string[], variants: readonly string[]): Observation[] =>
  products.flatMap((productId) =>
    variants.map((variantId) => ({
      productId,
      variantId,
      quantity: 5,
      priceMinor: 1000,
      isOffered: true,
    })),
  );

const skuOf = ({ productId, variantId }: Pick<Observation, "productId" | "variantId">) =>
  `sku-${productId}-${variantId}`;

/** Every variant is known, bound and shown as it is. */
function atRest(products: readonly string[], variants: readonly string[]) {
  const clock = { now: START };
  const sqlite = sqliteStorage();
  const storage = openLedgerStorage(sqlite, () => clock.now);
  const seen = catalogue(products, variants);
  storage.publisher.observe(seen, clock.now);
  storage.publisher.bind(
    seen.map(({ productId, variantId, quantity, priceMinor = 0 }) => ({
      productId,
      variantId,
      channelProductId: `listing-${productId}`,
      channelSkuId: skuOf({ productId, variantId }),
      sentQuantity: quantity,
      sentPriceMinor: priceMinor,
    })),
  );
  sqlite.sql.exec("DELETE FROM outbox");
  clock.now += 60_000;
  return { clock, sqlite, storage, seen };
}

/** Counts the statements that `act` takes, and those that write. */
function counted(sqlite: SqliteStorage, act: (storage: LedgerStorage) => void) {
  const queries: string[] = [];
  const { sql } = sqlite;
  const counting = {
    ...sqlite,
    sql: {
      exec<Row extends Record<string, string | number | null>>(
        query: string,
        ...bindings: (string | number | null)[]
      ) {
        queries.push(query);
        return sql.exec<Row>(query, ...bindings);
      },
    },
  } as SqliteStorage;
  const storage = openLedgerStorage(counting, () => START + 60_000);
  queries.length = 0;
  act(storage);
  const writes = queries.filter((query) => /^\s*(INSERT|UPDATE|DELETE)/i.test(query));
  return { statements: queries.length, writes: writes.length };
}

const outboxOf = ({ sql }: SqliteStorage) =>
  sql
    .exec<{ row: string }>(`SELECT kind || ' ' || entity AS row FROM outbox ORDER BY row`)
    .toArray()
    .map(({ row }) => row);

/** One thing that unsettles a variant, or the whole shop. */
type Unrest = (parts: ReturnType<typeof atRest>, at: Observation) => void;

const UNREST: Readonly<Record<string, Unrest>> = {
  "the channel may show another quantity": ({ storage }, at) =>
    storage.offerStore.doubt("quantity", [skuOf(at)], "seller_edit"),
  "the channel may show another price": ({ storage }, at) =>
    storage.offerStore.doubt("price", [skuOf(at)], "seller_edit"),
  "another quantity was sent last": ({ storage }, at) =>
    storage.offerStore.believe("quantity", skuOf(at), 4),
  "another price was sent last": ({ storage }, at) =>
    storage.offerStore.believe("price", skuOf(at), 900),
  "units are promised": ({ sqlite }, at) =>
    void sqlite.sql.exec(
      "INSERT OR IGNORE INTO reservation VALUES ('o', ?, 2, NULL, NULL, NULL)",
      skuOf(at),
    ),
  "units are promised to an order of its own": ({ sqlite }, at) =>
    void sqlite.sql.exec(
      "INSERT OR IGNORE INTO reservation VALUES ('o', 'other', 2, NULL, ?, ?)",
      at.productId,
      at.variantId,
    ),
  "units are held back": ({ storage }) => storage.notes.write("holdBack", 2),
  "a threshold counts": ({ storage }) =>
    storage.notes.write("lowStock", { threshold: 10, action: "deactivate" }),
  "prices follow a rule": ({ storage }) =>
    storage.notes.write("priceRule", {
      base: "regular",
      basisPoints: 1_000,
      addedMinor: 0,
      rounding: "ending",
      ending: 99,
      stepMinor: 1,
      floorMinor: null,
      isStorePriceFloor: false,
    }),
  "the product has a threshold": ({ storage }, at) =>
    storage.ruleStore.write(at.productId, {
      lowStock: { threshold: 10, action: "out_of_stock" },
      isExcluded: false,
      sendsStock: true,
      sendsPrice: true,
      price: null,
      stock: null,
    }),
  "a share is held back": ({ storage }) => storage.notes.write("holdBackPercent", 30),
  "no more than so many are shown": ({ storage }) => storage.notes.write("maximumShown", 3),
  "the product's category holds a share back": ({ storage }, at) => {
    storage.categoryStock.write("cat", { units: null, percent: 50, maximum: null });
    storage.categoryStock.place("cat", [at.productId]);
  },
  "the store did not sell it": ({ storage, clock }, at) => {
    storage.publisher.observe([{ ...at, isOffered: false }], clock.now - 1);
    storage.offerStore.believe("quantity", skuOf(at), 5);
  },
  "its listing was taken off sale for want of stock": ({ storage, clock }, at) =>
    storage.saleStore.write(`listing-${at.productId}`, { cause: "stock", at: clock.now - 1 }),
  "it is part of a pack": ({ storage }, at) =>
    storage.notes.write("packs", [
      { productId: "99", countsOwn: false, parts: [{ ...at, units: 2 }] },
    ]),
  "it has left its listing": ({ storage }, at) => storage.offerStore.unbind([skuOf(at)]),
};

function unsettle(parts: ReturnType<typeof atRest>, name: string, index: number): void {
  const at = parts.seen[index];
  if (at) UNREST[name]?.(parts, at);
}

const whichever = fc.record({
  unrest: fc.array(
    fc.tuple(
      fc.constantFrom(...Object.keys(UNREST)),
      fc.nat(PRODUCTS.length * VARIANTS.length - 1),
    ),
    { maxLength: 3 },
  ),
  changed: fc.array(
    fc.tuple(
      fc.nat(PRODUCTS.length * VARIANTS.length - 1),
      fc.constantFrom<Partial<Observation>>(
        { quantity: 4 },
        { quantity: 0 },
        { priceMinor: 999 },
        { isOffered: false },
      ),
    ),
    { maxLength: 2 },
  ),
});

describe("a page of products as known", () => {
  it("takes a few statements, not some for each variant, and writes nothing", () => {
    const products = Array.from({ length: 100 }, (_, index) => String(index + 1));
    const { sqlite, seen } = atRest(products, ["1", "2", "3"]);
    const { statements, writes } = counted(sqlite, ({ publisher }) =>
      publisher.observe(seen, START + 60_000),
    );
    expect(writes).toBe(0);
    expect(statements).toBeLessThan(10);
  });

  it("takes no statement for each pack that the store has", () => {
    const { sqlite, storage, seen } = atRest(["1"], ["0"]);
    const viewWith = (packs: number) => {
      const parts = [{ productId: "2", variantId: "0", units: 1 }];
      storage.notes.write(
        "packs",
        Array.from({ length: packs }, (_, index) => ({
          productId: String(1_000 + index),
          countsOwn: false,
          parts,
        })),
      );
      return counted(sqlite, ({ publisher }) => {
        for (const one of seen) publisher.view(one);
      }).statements;
    };
    expect(viewWith(200)).toBe(viewWith(1));
  });

  it("takes no more for those beside one that changed", () => {
    const products = Array.from({ length: 100 }, (_, index) => String(index + 1));
    const { sqlite, seen } = atRest(products, ["1", "2", "3"]);
    const read = seen.map((one, index) => (index === 0 ? { ...one, quantity: 4 } : one));
    const { statements } = counted(sqlite, ({ publisher }) =>
      publisher.observe(read, START + 60_000),
    );
    expect(statements).toBeLessThan(80);
  });
});

describe("a variant that is twice in one read", () => {
  it("has the number that comes last", () => {
    const { storage, seen, clock } = atRest(["1"], ["0"]);
    storage.publisher.observe(
      [...seen, ...seen.map((one) => ({ ...one, quantity: 4 }))],
      clock.now,
    );
    expect(storage.stockStore.physicalOf({ productId: "1", variantId: "0" })).toBe(4);
  });
});

describe("whatever is not at rest", () => {
  it.each(Object.keys(UNREST))("is looked at: %s", (name) => {
    const parts = atRest(PRODUCTS, VARIANTS);
    unsettle(parts, name, 0);
    parts.sqlite.sql.exec("DELETE FROM outbox");
    parts.storage.publisher.observe(parts.seen, parts.clock.now);
    const scheduled = outboxOf(parts.sqlite);
    parts.storage.publisher.review("");
    expect(outboxOf(parts.sqlite)).toEqual(scheduled);
  });

  it("is due after a read as if each variant had been looked at by itself", () => {
    fc.assert(
      fc.property(whichever, ({ unrest, changed }) => {
        const parts = atRest(PRODUCTS, VARIANTS);
        for (const [name, index] of unrest) unsettle(parts, name, index);
        parts.sqlite.sql.exec("DELETE FROM outbox");
        const changes = new Map(changed);
        const read = parts.seen.map((seen, index) => ({ ...seen, ...changes.get(index) }));
        parts.storage.publisher.observe(read, parts.clock.now);
        for (const { productId, variantId, quantity, priceMinor } of read) {
          const key = { productId, variantId };
          expect(parts.storage.stockStore.physicalOf(key)).toBe(quantity);
          expect(parts.storage.stockStore.pricesOf(key)?.reduced).toBe(priceMinor);
        }
        const scheduled = outboxOf(parts.sqlite);
        parts.storage.publisher.review("");
        expect(outboxOf(parts.sqlite)).toEqual(scheduled);
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});
