/** A product whose default combination somebody took away, by the webservice: PrestaShop prices it 0. */
import { expect, it } from "vitest";
import { draft, openOrderImport } from "./order-import-harness";

it.each([
  ["plain", false],
  ["that uses ecotax", true],
])(
  "an order of a variant comes to the cent where none is the default one, in a store %s",
  async (_name, hasEcotax) => {
    const harness = openOrderImport("8.2.1");
    const { tables } = harness.store.store;
    for (const row of tables.where("combinations", "id_product", "9"))
      tables.update("combinations", { ...row, values: { ...row.values, default_on: "" } });
    const ecotax = tables.where("configurations", "name", "PS_USE_ECOTAX")[0];
    if (hasEcotax && ecotax)
      tables.update("configurations", { ...ecotax, values: { ...ecotax.values, value: "1" } });
    const lines = draft.lines.map((line) => ({ ...line, productId: "9", variantId: "23" }));
    const order = await harness.importOnce(undefined, { ...draft, lines });
    expect(order).toMatchObject({ isPaid: true, totalMinor: 2297 });
    expect(order.figures.taxes.map(({ rate }) => Number(rate))).not.toEqual([0]);
  },
);
