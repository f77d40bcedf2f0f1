/** An order in a store that takes a percentage off a category for the group of the order's buyer. */
import { expect, it } from "vitest";
import { failureOf } from "../../support/failure-of";
import { openOrderImport } from "./order-import-harness";

function storeOffCategory() {
  const harness = openOrderImport("8.2.1");
  const { tables } = harness.store.store;
  const id_category = String(tables.get("products", "6")?.values["id_category_default"]);
  tables.insert("group_reductions", { id_group: "2", id_category, reduction: "0.2500" });
  return harness;
}

it("comes to what was paid by the module", async () => {
  const harness = storeOffCategory();
  await harness.installModule();
  expect(await harness.importOnce()).toMatchObject({ isPaid: true, totalMinor: 2297 });
  expect(harness.made()).toHaveLength(1);
});

it("is refused and never paid by the webservice, which does not tell that percentage", async () => {
  const harness = storeOffCategory();
  expect(await failureOf(harness.importOnce())).toMatchObject({
    code: "prestashop.order_total_differs",
    facts: { part: "products", expectedMinor: 1998, foundMinor: 1499 },
  });
  expect(harness.made().map(({ values }) => values["current_state"])).toEqual(["8"]);
});
