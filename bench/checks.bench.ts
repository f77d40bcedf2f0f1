/** What checking every product of a large catalogue costs, all of them new, and all of them once more. */
import { describe, expect, it } from "vitest";
import { productsOf } from "../src/db/catalogue/products";
import { toProductRecord } from "../src/domain/catalogue/product-record";
import { chunks } from "../src/lib/chunks";
import { checkStep, CHECK_PAGE } from "../src/sync/listings/check-products";
import { compareGroups } from "../src/sync/listings/compare-groups";
import { wakeChecks } from "../src/tasks/run-checks";
import { mappedCatalogue, type CatalogueHarness } from "../test/support/catalogue-harness";
import { checkPortsOf } from "../test/support/check-states";
import { rowsOf, saveSettings } from "../test/support/merchant";
import type { Figure } from "./figures";

const PRODUCTS = 10_000;
const PRODUCTS_PER_WRITE = 1_000;
/** A step of so many products asks the database at most so often. */
const STATEMENTS_PER_STEP = 12;
/** One step finds that nothing is left, some end at the border of two groups. */
const MORE_STEPS = 10;
const MOST_STATEMENTS = (Math.ceil(PRODUCTS / CHECK_PAGE) + MORE_STEPS) * STATEMENTS_PER_STEP;
/** A product with variants and options, of a category that asks for attributes. */
const MODEL = "7";

async function fill({ services, connectionId, ports }: CatalogueHarness): Promise<void> {
  const { products } = await ports();
  const model = await products.find(MODEL);
  if (!model) throw new Error("no product to take as a model");
  const copies = Array.from({ length: PRODUCTS }, (_, index) =>
    toProductRecord({ ...model.body, id: `copy-${index}` }, `hash-${index}`),
  );
  const repository = productsOf(services.db, connectionId, services.now);
  for (const some of chunks(copies, PRODUCTS_PER_WRITE))
    await repository.upsert(some, services.now());
}

/** Checks until nothing is left to check. */
async function measure(harness: CatalogueHarness) {
  const ports = await checkPortsOf(harness);
  harness.statements.length = 0;
  const startedAt = performance.now();
  await compareGroups(ports);
  while (await checkStep(ports));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, statements: harness.statements.length };
}

describe("figures", () => {
  it("of checking all products", async ({ task }) => {
    const harness = await mappedCatalogue();
    const { services, connectionId, merchant } = harness;
    await wakeChecks(services, connectionId);
    await harness.drain();
    await fill(harness);
    const first = await measure(harness);
    await saveSettings(merchant, connectionId, { packageDefaults: null });
    const again = await measure(harness);
    const [checked] = await rowsOf<{ count: number }>(
      "SELECT count(*) AS count FROM product_check WHERE connection_id = ?",
      connectionId,
    );
    expect(checked?.count).toBeGreaterThanOrEqual(PRODUCTS);
    const figures = (name: string, of: typeof first): Figure[] => [
      { name, unit: "s", value: of.seconds },
      { name, unit: "statements", value: of.statements, target: MOST_STATEMENTS },
    ];
    task.meta.figures = [
      ...figures("10,000 new products checked", first),
      ...figures("… checked again, as a setting of all moved", again),
    ];
  });
});
