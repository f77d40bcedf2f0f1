import { describe, expect, it } from "vitest";
import type { SheetRow } from "../../../src/domain/sheets/judge-row";
import { saveDetails } from "../../../src/sync/listings/save-details";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { checkRows } from "../../../src/sync/sheets/check-rows";
import { listSheetRows, readSheet } from "../../../src/sync/sheets/read-sheet";
import { forgetSheetRows } from "../../../src/db/sheets/sheet-rows";
import { sheetPorts } from "../../../src/tasks/sheet-ports";
import { startApplySheet } from "../../../src/tasks/start-apply-sheet";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { plantLeaf } from "../../support/plant-leaf";

const MUG = "7";

/** Delivers what is waiting but the checks of products, which are the work of others. */
async function drain({ queue, deliver }: CatalogueHarness) {
  for (;;) {
    const [entry] = queue.splice(
      queue.findIndex(({ body }) => body.kind !== "check-products") >>> 0,
      1,
    );
    if (!entry) return;
    await deliver(entry);
  }
}

async function sheetHarness() {
  const harness = await mappedCatalogue();
  const { services, connectionId } = harness;
  const deps = {
    ...sheetPorts(services, connectionId),
    openChannel: (await harness.ports()).openChannel,
  };
  const { categoryId } = await readRequirements(await harness.ports(), MUG);
  if (!categoryId) throw new Error("the mug has no category");
  const { columns } = await readSheet(deps, categoryId);
  const listed = columns.find(({ values, isMultiple }) => values.length > 1 && !isMultiple);
  if (!listed) throw new Error("no attribute with values");
  const apply = async (upload: string, category = categoryId) => {
    const parameters = { upload, categoryId: category };
    const started = await startApplySheet(services, connectionId, parameters, "ada");
    await drain(harness);
    return {
      ...started,
      task: await harness.task(started.taskId),
      items: await harness.items(started.taskId),
    };
  };
  const detailsOf = async (productId: string) => (await deps.products.find(productId))?.details;
  return { harness, deps, categoryId, columns, listed, apply, detailsOf };
}

const aRow = (line: number, productId: string, cells: SheetRow["cells"] = {}, brand?: string) => ({
  line,
  productId,
  cells,
  ...(brand === undefined ? {} : { brand }),
});

describe("the sheet of a category", () => {
  it("comes back unchanged, and writes what was shown once it is confirmed", async () => {
    const { harness, deps, categoryId, listed, apply, detailsOf } = await sheetHarness();
    await saveDetails(deps, MUG, {
      brand: { id: "7082427311584347001", name: "Harbour Mill" },
      attributes: {
        [listed.id]: [{ id: listed.values[0]?.id ?? "" }],
        "9": [{ name: "of another" }],
      },
    });
    const page = await listSheetRows(deps, categoryId, undefined);
    expect(page.next).toBeNull();
    const mug = page.rows.find(({ productId }) => productId === MUG);
    expect(mug).toMatchObject({
      brand: "7082427311584347001 (Harbour Mill)",
      cells: { [listed.id]: listed.values[0]?.name },
    });
    const of = { upload: "u1", categoryId };
    const again = page.rows.map((row, at) => aRow(at + 2, row.productId, row.cells, row.brand));
    const checked = await checkRows(deps, of, again);
    expect(new Set(checked.map(({ state }) => state))).toEqual(new Set(["unchanged"]));

    const wanted = listed.values[1];
    const rows = [
      aRow(2, MUG, { [listed.id]: wanted?.name ?? "" }),
      aRow(3, "99999"),
      aRow(4, "8", { [listed.id]: "!?" }),
      aRow(5, "12"),
      aRow(6, "12"),
    ];
    const before = await detailsOf(MUG);
    const found = await checkRows(deps, of, rows);
    expect(found.map(({ state, causes }) => [state, ...causes.map(({ code }) => code)])).toEqual([
      ["valid"],
      ["error", "product_unknown"],
      ["error", expect.stringMatching(/^(value_unreadable|product_elsewhere)$/)],
      ["error", "product_twice"],
      ["error", "product_twice"],
    ]);
    expect(found[0]).toMatchObject({ after: { [listed.name]: wanted?.name } });
    expect(await detailsOf(MUG)).toEqual(before);

    const applied = await apply("u1");
    expect(applied).toMatchObject({ count: 1, task: { state: "completed", counts: { done: 1 } } });
    expect(await detailsOf(MUG)).toEqual({
      ...before,
      attributes: { ...before?.attributes, [listed.id]: [{ id: wanted?.id, name: wanted?.name }] },
    });
    const [item] = await rowsOf<{ after: string }>(
      `SELECT "after" FROM task_item WHERE task_id = ?`,
      applied.taskId,
    );
    expect(JSON.parse(item?.after ?? "")).toEqual({ [listed.name]: wanted?.name });
    expect(harness.calls).not.toContain("editProduct");
  });

  it("asks the channel for brands that are new, by the name in the cell", async () => {
    const { harness, deps, categoryId } = await sheetHarness();
    const channel = await deps.openChannel();
    const {
      brands: [brand],
    } = await channel.listBrands(categoryId, "");
    harness.calls.length = 0;
    const of = { upload: "u1", categoryId };
    const states = async (cell: string) =>
      (await checkRows(deps, of, [aRow(2, MUG, {}, cell)])).map(({ state }) => state);
    expect(await states(`${brand?.id} (${brand?.name})`)).toEqual(["valid"]);
    expect(await states(brand?.id ?? "")).toEqual(["valid"]);
    expect(await states(`123456 (${brand?.name})`)).toEqual(["error"]);
    expect(harness.calls).toEqual(["listBrands", "listBrands", "listBrands"]);
    const many = Array.from({ length: 300 }, (_, at) =>
      aRow(at + 2, String(at), {}, `${at} (B${at})`),
    );
    await checkRows(deps, of, many);
    expect(harness.calls).toHaveLength(28);
  });

  it("leaves out what moved since it was shown, and has one row for a product", async () => {
    const { deps, categoryId, listed, apply, detailsOf } = await sheetHarness();
    const of = { upload: "u1", categoryId };
    const [first, second] = listed.values;
    const cells = { [listed.id]: first?.name ?? "" };
    await checkRows(deps, of, [aRow(2, MUG, cells)]);
    // The same request once more, as after a lost answer, and a second line in a request of its own.
    const [repeated] = await checkRows(deps, of, [aRow(2, MUG, cells)]);
    expect(repeated?.state).toBe("valid");
    const [twice] = await checkRows(deps, of, [aRow(9, MUG, { [listed.id]: second?.name ?? "" })]);
    expect(twice?.causes).toEqual([{ code: "product_twice", value: MUG }]);

    await saveDetails(deps, MUG, { attributes: { [listed.id]: [{ id: second?.id ?? "" }] } });
    const moved = await apply("u1");
    expect(moved.items).toEqual([
      { key: MUG, state: "skipped", codes: ["sheet.changed_meanwhile"] },
    ]);
    expect(await detailsOf(MUG)).toMatchObject({
      attributes: { [listed.id]: [{ id: second?.id }] },
    });

    await checkRows(deps, { ...of, upload: "u2" }, [aRow(2, MUG, cells)]);
    await deps.products.change(MUG, { channelCategoryId: "other" });
    expect((await apply("u2")).items[0]?.codes).toEqual(["sheet.category_moved"]);
    const [elsewhere] = await checkRows(deps, of, [aRow(2, MUG, cells)]);
    expect(elsewhere?.causes[0]?.code).toBe("product_elsewhere");
    // Its line was judged anew, so what was kept for it is gone.
    expect((await apply("u1")).count).toBe(0);
  });

  it("forgets uploads of a week ago", async () => {
    const { harness, deps, categoryId, listed } = await sheetHarness();
    const cells = { [listed.id]: listed.values[0]?.name ?? "" };
    await checkRows(deps, { upload: "u1", categoryId }, [aRow(2, MUG, cells)]);
    const { db } = harness.services;
    const day = 86_400_000;
    await forgetSheetRows(db, Date.now() + 6 * day);
    expect(await deps.sheetRows.count("u1", categoryId)).toBe(1);
    await forgetSheetRows(db, Date.now() + 8 * day);
    expect(await deps.sheetRows.count("u1", categoryId)).toBe(0);
  });
});

describe("a sheet of ten thousand products", () => {
  it(
    "is read, checked and written in bounded requests and statements",
    { timeout: 60_000 },
    async () => {
      const { harness, deps, listed, columns, apply, detailsOf } = await sheetHarness();
      const { connectionId, statements, services } = harness;
      const categoryId = "big";
      await plantLeaf(services.db, connectionId, { categoryId, path: "Big" });
      await rowsOf(
        `UPDATE channel_category_rule SET read_at = ?, body = json_set(body, '$.attributes',
        json(?)) WHERE connection_id = ? AND category_id = ?`,
        Date.now(),
        JSON.stringify(columns.map((one) => ({ ...one, kind: "product" }))),
        connectionId,
        categoryId,
      );
      await rowsOf(
        `INSERT INTO product (connection_id, product_id, name, skus, price_min_minor,
        price_max_minor, currency, stock_total, source_category_id, is_active, body, content_hash,
        source_updated_at, updated_at, channel_category_id)
      WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000)
      SELECT ?, 'b' || n, 'Product ' || n, 'S' || n, 1, 1, 'EUR', 1, 'c' || (n % 3), 1,
        '{"variants":[]}', 'h', 1, 1, iif(n % 2, 'big', NULL) FROM number`,
        connectionId,
      );
      for (const source of ["c0", "c1", "c2"])
        await deps.mappings.save(
          {
            sourceCategoryId: source,
            channelCategoryId: categoryId,
            channelCategoryPath: "Big",
            state: "accepted",
            confidence: 100,
          },
          "person",
        );
      harness.queue.length = 0;
      statements.length = 0;
      const ids = new Set<string>();
      let pages = 0;
      for (let next: string | null | undefined; next !== null; pages += 1) {
        const page = await listSheetRows(deps, categoryId, next);
        for (const { productId } of page.rows) ids.add(productId);
        next = page.next;
      }
      expect([ids.size, pages]).toEqual([10_000, 20]);
      const read = statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
      expect(read).toBeLessThan(45_000);
      statements.length = 0;

      const of = { upload: "u1", categoryId };
      const cells = { [listed.id]: listed.values[0]?.name ?? "" };
      const rows = [...ids].map((productId, at) => aRow(at + 2, productId, cells));
      for (let at = 0; at < rows.length; at += 300) {
        const checked = await checkRows(deps, of, rows.slice(at, at + 300));
        expect(checked.every(({ state }) => state === "valid")).toBe(true);
      }
      expect(statements.length).toBeLessThan(34 * 8);
      statements.length = 0;
      // The engine's own work is the same for every kind; ten thousand items of it would only take long.
      const of600 = { upload: "u2", categoryId };
      for (const at of [0, 300]) await checkRows(deps, of600, rows.slice(at, at + 300));
      statements.length = 0;
      const { task } = await apply("u2", categoryId);
      expect(task).toMatchObject({ state: "completed", counts: { done: 600 } });
      const updates = statements.filter(({ sql }) => /^\s*UPDATE product SET details/.test(sql));
      expect(updates).toHaveLength(6);
      // Of the products it writes, and no walk through those of the connection.
      expect(Math.max(...updates.map(({ rowsRead }) => rowsRead))).toBeLessThan(1_500);
      expect(await detailsOf("b1")).toMatchObject({ attributes: { [listed.id]: [{}] } });
    },
  );
});
