import { describe, expect, it } from "vitest";
import { toProductRecord } from "../../../src/domain/catalogue/product-record";
import { refreshProducts } from "../../../src/sync/catalogue/refresh-products";
import { startPull } from "../../../src/tasks/start-pull";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { catalogueHarness, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf, saveSettings } from "../../support/merchant";

async function pull(harness: CatalogueHarness, params = {}) {
  const { taskId } = await startPull(harness.services, harness.connectionId, params, "ada");
  await harness.drain();
  return harness.task(taskId);
}

async function productRow(harness: CatalogueHarness, productId: string) {
  const [row] = await rowsOf<{ name: string; deleted_at: number | null; stock_total: number }>(
    "SELECT * FROM product WHERE connection_id = ? AND product_id = ?",
    harness.connectionId,
    productId,
  );
  return row;
}

/** Statements of a pull that wrote rows of the catalogue. */
function catalogueWrites(harness: CatalogueHarness) {
  const isCatalogue = /\b(INTO|UPDATE|FROM) "?(product|source_category|task_item)"?\b/i;
  const isWrite = /^\s*(INSERT|UPDATE|DELETE)/i;
  return harness.statements.filter(
    ({ sql, rowsWritten }) => isWrite.test(sql) && isCatalogue.test(sql) && rowsWritten > 0,
  );
}

describe("a pull", () => {
  it("stores every product in one request for a page and notifies the ledger of each variant", async () => {
    const harness = await catalogueHarness();
    const task = await pull(harness);
    expect(task).toMatchObject({ state: "completed", counts: { found: 19, created: 19 } });
    expect(harness.calls).toEqual(["listCategories", "pullPage"]);
    expect(harness.observed).toHaveLength(1);
    expect(await productRow(harness, "1")).toMatchObject({ deleted_at: null });
  });

  it("writes no row of the catalogue when nothing changed", async () => {
    const harness = await catalogueHarness();
    await pull(harness);
    expect(catalogueWrites(harness).length).toBeGreaterThan(0);
    harness.statements.length = 0;
    const task = await pull(harness);
    expect(task.counts).toMatchObject({ found: 19, created: 0, updated: 0, unchanged: 19 });
    expect(catalogueWrites(harness)).toEqual([]);
    expect(harness.statements.length).toBeLessThan(20);
  });

  it("never puts an older read over a newer one", async () => {
    const harness = await catalogueHarness();
    await pull(harness);
    const { products } = await harness.ports();
    const stored = await products.find("1");
    if (!stored) throw new Error("product 1 was not pulled");
    const late = toProductRecord({ ...stored.body, name: "Old name" }, "another hash");
    await products.upsert([late], stored.updatedAt - 1);
    expect((await products.find("1"))?.body.name).toBe(stored.body.name);
    await products.upsert([late], stored.updatedAt + 1);
    expect((await products.find("1"))?.body.name).toBe("Old name");
  });

  it("stores a changed product and leaves its neighbours alone", async () => {
    const harness = await catalogueHarness();
    await pull(harness);
    harness.world.prestashop8.setPriceSilently("7", "14.000000");
    const task = await pull(harness);
    expect(task.counts).toMatchObject({ updated: 1, unchanged: 18 });
  });

  it("goes through every page of a large catalogue", async () => {
    const harness = await catalogueHarness({}, { prestashop: { products: 230, variantsEach: 2 } });
    const task = await pull(harness);
    const total = harness.world.prestashop8.products().length;
    expect(total).toBeGreaterThanOrEqual(230);
    expect(task.counts).toMatchObject({ found: total, created: total });
    expect(harness.calls.filter((call) => call === "pullPage")).toHaveLength(
      Math.ceil(total / 100),
    );
  });

  it("flags a product that left the store and takes the flag off when it is back", async () => {
    let isHidden = false;
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: async (window, size, cursor) => {
          const page = await session.pullPage(window, size, cursor);
          const products = page.products.filter(({ id }) => !isHidden || id !== "7");
          return { ...page, products };
        },
      }),
    });
    await pull(harness);
    isHidden = true;
    // The page that still shows it was asked for before it went.
    harness.clock.aheadMs += 1_000;
    expect((await pull(harness)).counts).toMatchObject({ deleted: 1 });
    expect((await productRow(harness, "7"))?.deleted_at).not.toBeNull();
    isHidden = false;
    await pull(harness);
    expect((await productRow(harness, "7"))?.deleted_at).toBeNull();
  });

  it("finds deleted products by their ids where it did not see every product", async () => {
    let isHidden = false;
    const harness = await catalogueHarness({
      source: (session) => ({
        listProductIds: async () =>
          (await session.listProductIds()).filter((id) => !isHidden || id !== "7"),
      }),
    });
    await pull(harness);
    isHidden = true;
    harness.clock.aheadMs += 1_000;
    expect((await pull(harness, { sinceLastPull: true })).counts).toMatchObject({ deleted: 1 });
    expect((await productRow(harness, "7"))?.deleted_at).not.toBeNull();
    isHidden = false;
    await pull(harness, { sinceLastPull: true });
    expect((await productRow(harness, "7"))?.deleted_at).toBeNull();
  });

  it("does not believe a single empty answer about a store that had products", async () => {
    let isEmpty = false;
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: async (window, size, cursor) =>
          isEmpty ? { products: [], unreadable: [] } : session.pullPage(window, size, cursor),
      }),
    });
    await pull(harness);
    isEmpty = true;
    harness.clock.aheadMs += 1_000;
    expect((await pull(harness)).counts).toMatchObject({ found: 0, deleted: 0 });
  });

  it("does not believe that a store which just answered products has none", async () => {
    const harness = await catalogueHarness({ source: () => ({ listProductIds: async () => [] }) });
    await pull(harness);
    harness.clock.aheadMs += 1_000;
    expect((await pull(harness, { sinceLastPull: true })).counts).toMatchObject({ deleted: 0 });
  });

  it("asks a store about itself again, unless it did so seconds ago", async () => {
    const harness = await catalogueHarness();
    const readAt = async () => {
      const { sourceStore } = await harness.services.openConnection(harness.connectionId);
      return sourceStore.readAt;
    };
    const atFirst = await readAt();
    await pull(harness);
    expect(harness.calls).not.toContain("readStore");
    harness.clock.aheadMs += 10_000;
    await pull(harness);
    expect(harness.calls.filter((call) => call === "readStore")).toHaveLength(1);
    expect(await readAt()).toBeGreaterThanOrEqual(atFirst);
  });

  it("asks for the shop's own days", async () => {
    const windows: unknown[] = [];
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: (window, size, cursor) => {
          windows.push(window);
          return session.pullPage(window, size, cursor);
        },
      }),
    });
    const zone = (await harness.services.openConnection(harness.connectionId)).timeZone;
    await pull(harness, { from: "2026-01-10", until: "2026-01-11" });
    const [window] = windows as { from: number; until: number }[];
    const inShop = (at = 0) =>
      new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "medium",
      }).format(at);
    expect(inShop(window?.from)).toBe("2026-01-10 00:00:00");
    expect(inShop(window?.until)).toBe("2026-01-11 23:59:59");
  });

  it("refuses days that do not exist and ranges that run backwards", async () => {
    const harness = await catalogueHarness();
    const start = (params: { from: string; until?: string }) =>
      startPull(harness.services, harness.connectionId, params, "ada");
    await expect(start({ from: "2026-02-30" })).rejects.toMatchObject({
      code: "pull.date_invalid",
    });
    await expect(start({ from: "2026-03-02", until: "2026-03-01" })).rejects.toMatchObject({
      code: "pull.range_reversed",
    });
  });

  it("asks only for what changed since the last pull, with an overlap", async () => {
    const froms: (number | undefined)[] = [];
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: (window, size, cursor) => {
          froms.push(window.from);
          return session.pullPage(window, size, cursor);
        },
      }),
    });
    await pull(harness, { sinceLastPull: true });
    const before = harness.services.now();
    await pull(harness, { sinceLastPull: true });
    expect(froms[0]).toBeUndefined();
    expect(froms[1]).toBeLessThan(before - 3_000_000);
  });

  it("goes on where it was after a failing page, without asking for the pages before", async () => {
    let failures = 2;
    const cursors: (string | undefined)[] = [];
    const harness = await catalogueHarness(
      {
        source: (session) => ({
          pullPage: async (window, size, cursor) => {
            cursors.push(cursor);
            if (cursor !== undefined && failures > 0) {
              failures -= 1;
              throw new SyncError("retry", "prestashop.unreachable");
            }
            return session.pullPage(window, size, cursor);
          },
        }),
      },
      { prestashop: { products: 120, variantsEach: 1 } },
    );
    const task = await pull(harness);
    expect(task.state).toBe("completed");
    expect(task.counts["found"]).toBe(harness.world.prestashop8.products().length);
    expect(cursors.filter((cursor) => cursor === undefined)).toHaveLength(1);
  });

  it("ends in error with the reason when the store's key is refused", async () => {
    const harness = await catalogueHarness({
      source: () => ({
        pullPage: () => Promise.reject(new SyncError("reconnect", "prestashop.key_refused")),
      }),
    });
    const task = await pull(harness);
    expect(task.state).toBe("error");
    expect(task.problem).toContain("prestashop.key_refused");
    const problems = await rowsOf<{ key: string }>("SELECT key FROM problem");
    expect(problems).toContainEqual({ key: "source" });
  });

  it("names products without SKU among its results", async () => {
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: async (window, size, cursor) => {
          const page = await session.pullPage(window, size, cursor);
          const products = page.products.map((product) =>
            product.id === "7"
              ? { ...product, variants: product.variants.map((one) => ({ ...one, sku: "" })) }
              : product,
          );
          return { ...page, products };
        },
      }),
    });
    const { taskId } = await startPull(harness.services, harness.connectionId, {}, "ada");
    await harness.drain();
    expect((await harness.task(taskId)).counts).toMatchObject({ withoutSku: 1 });
    const items = await harness.items(taskId);
    expect(items.filter(({ codes }) => codes.length > 0)).toEqual([
      { key: "7", state: "done", codes: ["product.sku_missing"] },
    ]);
  });
});

describe("products an event names", () => {
  it("are stored at once, new ones too, and answer stock and price", async () => {
    const harness = await catalogueHarness();
    const { seen } = await refreshProducts(await harness.ports(), ["7"]);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.priceMinor).toBeGreaterThan(0);
    expect(await productRow(harness, "7")).toBeDefined();
  });

  it("are left alone when unknown and new products are not pulled by themselves", async () => {
    const harness = await catalogueHarness();
    await saveSettings(harness.merchant, harness.connectionId, { pullNewProducts: false });
    const found = await refreshProducts(await harness.ports(), ["7"]);
    expect(found).toEqual({ seen: [], gone: [], unreadable: [], isStoreChanged: false });
    expect(await productRow(harness, "7")).toBeUndefined();
  });

  it("are flagged when the store no longer has them", async () => {
    const harness = await catalogueHarness();
    await pull(harness);
    harness.world.prestashop8.deleteProduct("7");
    await refreshProducts(await harness.ports(), ["7"]);
    expect((await productRow(harness, "7"))?.deleted_at).not.toBeNull();
  });
});
