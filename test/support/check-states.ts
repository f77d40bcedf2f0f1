/** The stored checks of a harness's products, as pages judge them. */
import { findConnection } from "../../src/db/connections/connections";
import { pageOfProducts } from "../../src/db/catalogue/read-products";
import { readCheckViews } from "../../src/http/views/check-view";
import { checkPorts } from "../../src/tasks/check-ports";
import type { CatalogueHarness } from "./catalogue-harness";

async function connectionRow({ services, connectionId }: CatalogueHarness) {
  const row = await findConnection(services.db, connectionId);
  if (!row) throw new Error("no connection");
  return row;
}

export async function checkPortsOf(harness: CatalogueHarness) {
  return checkPorts(harness.services, await connectionRow(harness));
}

/** Of the products of the first page, by id. */
export async function checkStates(harness: CatalogueHarness) {
  const { services, connectionId } = harness;
  const { rows } = await pageOfProducts(services.db, connectionId, { tab: "all" }, {});
  const views = await readCheckViews(services, await connectionRow(harness), rows);
  return rows
    .map(({ product: { productId, sourceCategoryId } }) => {
      const { check, missing } = views.get(productId) ?? { check: "open" as const, missing: [] };
      return { productId, sourceCategoryId, check, missing };
    })
    .toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
}
