import { describe, expect, it } from "vitest";
import { checkStep, CHECK_PAGE } from "../../../src/sync/listings/check-products";
import { productsOf } from "../../../src/db/catalogue/products";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { toProductRecord } from "../../../src/domain/catalogue/product-record";
import { runCron } from "../../../src/jobs/cron";
import { runChecks, wakeChecks } from "../../../src/tasks/run-checks";
import { mapCategory } from "../../../src/sync/categories/map-category";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { startPull } from "../../../src/tasks/start-pull";
import {
  catalogueHarness,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { checkPortsOf, checkStates } from "../../support/check-states";
import { rowsOf, saveSettings } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";

/** A product that only its category keeps from being pushed. */
const sourceProduct = (id: string): SourceProduct => ({
  id,
  name: `A mug that has the number ${id}`,
  description: "<p>A mug.</p>",
  isActive: true,
  categoryId: "one",
  currency: "GBP",
  images: [{ id: "1", url: "https://shop-8.example/1.jpg" }],
  features: [],
  lengthMm: 0,
  widthMm: 0,
  heightMm: 0,
  weightGrams: 0,
  variants: [
    {
      id: "0",
      sku: `sku-${id}`,
      options: [],
      priceMinor: 990,
      listPriceMinor: 990,
      quantity: 3,
      weightGrams: 0,
      imageIds: [],
    },
  ],
  updatedAt: 1,
  createdAt: 1,
});

/** Runs the checks until nothing is left to do. */
async function untilChecked(harness: CatalogueHarness): Promise<void> {
  await wakeChecks(harness.services, harness.connectionId);
  await harness.drain();
}

const listed = async (harness: CatalogueHarness, query: object = {}) =>
  harness.merchant.call("GET /api/connections/:id/products", {
    params: { id: harness.connectionId },
    query,
  });

async function rowOf(harness: CatalogueHarness, productId: string) {
  const { rows } = await listed(harness);
  const row = rows.find(({ id }) => id === productId);
  if (!row) throw new Error(`no product ${productId}`);
  return row;
}

/** The first required attribute of a product that nothing fills. */
async function missingAttribute(harness: CatalogueHarness, productId: string) {
  const { attributes, fields } = await readRequirements(await harness.ports(), productId);
  const isFilled = (id: string) => fields.some(({ field }) => field === `attribute:${id}`);
  return attributes.find(({ id, isRequired }) => isRequired && !isFilled(id));
}

describe("the check of a product", () => {
  it("is made before the first push, and says what the push then says", async () => {
    const harness = await catalogueHarness();
    await startPull(harness.services, harness.connectionId, {}, "ada");
    expect((await listed(harness)).rows).toEqual([]);
    await harness.drain();
    const mug = await rowOf(harness, MUG);
    expect(mug).toMatchObject({ check: "done", tags: ["category"], reasons: [] });
    const push = await startPush(harness.services, harness.connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    const [item] = await rowsOf<{ reasons: string }>(
      "SELECT reasons FROM task_item WHERE task_id = ?",
      push.taskId,
    );
    expect(JSON.parse(item?.reasons ?? "")).toEqual(mug.missing);
    // The push's refusal is not kept a second time, where a repair would not reach it.
    expect(await rowOf(harness, MUG)).toMatchObject({ missing: mug.missing, reasons: [] });
  });

  it("follows a repair at once, without a push", async () => {
    const harness = await mappedCatalogue({
      channel: (session) => ({
        listAttributes: async (id) =>
          (await session.listAttributes(id)).map((one) =>
            one.kind === "product" ? { ...one, isRequired: true } : one,
          ),
      }),
    });
    await untilChecked(harness);
    expect((await rowOf(harness, MUG)).tags).toContain("attribute");
    const attributes: Record<string, { id?: string; name?: string }[]> = {};
    for (let next = await missingAttribute(harness, MUG); next;) {
      const [value] = next.values;
      attributes[next.id] = [value ? { id: value.id } : { name: "Other" }];
      await harness.merchant.call("PATCH /api/connections/:id/products/:productId/details", {
        params: { id: harness.connectionId, productId: MUG },
        body: { attributes: { [next.id]: attributes[next.id] ?? [] } },
      });
      next = await missingAttribute(harness, MUG);
    }
    expect(Object.keys(attributes).length).toBeGreaterThan(0);
    const mug = await rowOf(harness, MUG);
    expect(mug.check).toBe("done");
    expect(mug.tags).not.toContain("attribute");
  });

  it("counts for nothing from the moment an input moved until it is made again", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    const ports = await harness.ports();
    const [category] = await ports.mappings.list();
    const subject = category?.sourceCategoryId ?? "";
    await mapCategory(ports, subject, null);
    const states = await checkStates(harness);
    const moved = states.filter(({ sourceCategoryId }) => (sourceCategoryId ?? "") === subject);
    expect(moved.length).toBeGreaterThan(0);
    for (const { check, missing } of moved)
      expect({ check, missing }).toEqual({ check: "outdated", missing: [] });
    await untilChecked(harness);
    for (const { productId, check, missing } of await checkStates(harness)) {
      expect(check).toBe("done");
      if (moved.some((one) => one.productId === productId))
        expect(missing.map(({ code }) => code)).toContain("listing.category_missing");
    }
  });

  it("is open while nobody knows what the channel asks for, and asks the channel once", async () => {
    let isAway = true;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        readRules: (id) => (isAway ? Promise.reject(new Error("away")) : session.readRules(id)),
      }),
    });
    await untilChecked(harness);
    expect(await rowOf(harness, MUG)).toMatchObject({ check: "outdated", missing: [] });
    harness.calls.length = 0;
    await untilChecked(harness);
    expect(harness.calls).not.toContain("readRules");
    isAway = false;
    harness.clock.aheadMs += 600_000;
    await untilChecked(harness);
    expect(await rowOf(harness, MUG)).toMatchObject({ check: "done" });
  });

  it("writes nothing while nothing moved", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    harness.statements.length = 0;
    await untilChecked(harness);
    await startPull(harness.services, harness.connectionId, {}, "ada");
    await harness.drain();
    const wrote = harness.statements.filter(
      ({ sql, rowsWritten }) => rowsWritten > 0 && /check|product|rule/.test(sql.slice(0, 60)),
    );
    expect(wrote).toEqual([]);
  });

  it("made from inputs that moved meanwhile is not taken for one of the new inputs", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    const ports = await harness.ports();
    const checks = await checkPortsOf(harness);
    await ports.products.patchDetails(MUG, { package: { weightGrams: 10 } });
    const save = checks.checks.save.bind(checks.checks);
    let moves = 0;
    checks.checks.save = async (found, move) => {
      if (moves++ === 0) await ports.products.patchDetails(MUG, { package: { weightGrams: 20 } });
      await save(found, move);
    };
    await checkStep(checks);
    expect(await checkStates(harness)).toContainEqual(
      expect.objectContaining({ productId: MUG, check: "outdated" }),
    );
    await untilChecked(harness);
    expect(await checkStates(harness)).toContainEqual(
      expect.objectContaining({ productId: MUG, check: "done" }),
    );
  });

  it("that another worker made meanwhile is not overwritten by a late one", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    const ports = await harness.ports();
    const late = await checkPortsOf(harness);
    await ports.products.patchDetails(MUG, { package: { weightGrams: 10 } });
    const save = late.checks.save.bind(late.checks);
    late.checks.save = async (found, move) => {
      await ports.products.patchDetails(MUG, { package: { weightGrams: 20 } });
      await untilChecked(harness);
      await save(found, move);
    };
    await checkStep(late);
    expect(await checkStates(harness)).toContainEqual(
      expect.objectContaining({ productId: MUG, check: "done" }),
    );
  });
});

describe("the filter by reason", () => {
  it("finds, counts and pushes the products that a reason stops", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const [category] = await ports.mappings.list();
    await mapCategory(ports, category?.sourceCategoryId ?? "", null);
    await untilChecked(harness);
    const all = await listed(harness);
    const reason = "listing.category_missing" as const;
    const stopped = all.rows.filter(({ missing }) => missing.some(({ code }) => code === reason));
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.length).toBeLessThan(all.rows.length);
    const found = await listed(harness, { reason });
    expect(found.rows.map(({ id }) => id)).toEqual(stopped.map(({ id }) => id));
    expect(found.counts.all).toBe(stopped.length);
    const selection = { filter: { tab: "all" as const, reason } };
    const { taskId } = await startPush(harness.services, harness.connectionId, selection, "ada");
    await harness.drain();
    const items = await harness.items(taskId);
    expect(items.map(({ key }) => key).toSorted()).toEqual(stopped.map(({ id }) => id).toSorted());
  });
});

describe("checking again", () => {
  /** Rows of 0.2: no checks, no groups, rules in the old shape. */
  async function asOf02({ connectionId }: CatalogueHarness): Promise<void> {
    for (const table of ["product_check", "product_check_reason", "check_group", "check_progress"])
      await rowsOf(`DELETE FROM ${table} WHERE connection_id = ?`, connectionId);
    await rowsOf("UPDATE product SET revision = 0 WHERE connection_id = ?", connectionId);
    await rowsOf("UPDATE channel_category_rule SET shape_version = 0, body_hash = ''");
  }

  it("checks the products of a database of 0.2 by itself", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    const before = await checkStates(harness);
    await asOf02(harness);
    for (const { check } of await checkStates(harness)) expect(check).toBe("open");
    await runCron(harness.services, 1);
    await harness.drain();
    expect(await checkStates(harness)).toEqual(before);
    harness.queue.length = 0;
    await runCron(harness.services, 2);
    expect(harness.queue.filter(({ body }) => body.kind === "check-products")).toEqual([]);
  });

  it("takes bounded steps however many products there are", async () => {
    const harness = await mappedCatalogue();
    await untilChecked(harness);
    const { services, connectionId } = harness;
    const count = 3_000;
    const many = Array.from({ length: count }, (_, index) =>
      toProductRecord(sourceProduct(`x${index}`), `hash-${index}`),
    );
    await productsOf(services.db, connectionId, services.now).upsert(many, services.now());
    const costs = async () => {
      const checks = await checkPortsOf(harness);
      const steps: { statements: number; written: number; read: number }[] = [];
      harness.statements.length = 0;
      while (await checkStep(checks)) {
        const written = harness.statements.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
        const read = harness.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
        steps.push({ statements: harness.statements.length, written, read });
        harness.statements.length = 0;
      }
      return steps;
    };
    const first = await costs();
    expect(first.length).toBeGreaterThanOrEqual(count / CHECK_PAGE);
    for (const step of first) {
      expect(step.statements).toBeLessThanOrEqual(12);
      // A check is a row and its index entry; each of its reasons is a row and two index entries.
      expect(step.written).toBeLessThanOrEqual(CHECK_PAGE * 15);
      expect(step.read).toBeLessThanOrEqual(CHECK_PAGE * 30);
    }
    // A setting that all products share: everything is checked again, in steps as small.
    await saveSettings(harness.merchant, connectionId, { packageDefaults: null });
    harness.statements.length = 0;
    await runChecks(services, connectionId);
    const again = await costs();
    expect(again.length).toBeGreaterThan(0);
    for (const step of again) {
      expect(step.written).toBeLessThanOrEqual(CHECK_PAGE * 15);
      expect(step.read).toBeLessThanOrEqual(CHECK_PAGE * 30);
    }
    await harness.drain();
    const [left] = await rowsOf<{ count: number }>(
      `SELECT count(*) AS count FROM product_check_reason
       WHERE connection_id = ? AND code = 'listing.package_weight_missing'`,
      connectionId,
    );
    expect(left?.count).toBeGreaterThanOrEqual(count);
  }, 120_000);
});
