import { describe, expect, it } from "vitest";
import { acceptProposals } from "../../../src/sync/categories/accept-proposals";
import { readCategoryTexts, readProductTexts } from "../../../src/sync/categories/read-store-texts";
import { saveDetails } from "../../../src/sync/listings/save-details";
import { sheetPorts } from "../../../src/tasks/sheet-ports";
import { mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { plantLeaf } from "../../support/plant-leaf";

const MUG = "7";
const CUSHION = "8";
const LEAF = "609990";

const attribute = (id: string, name: string, values: string[], change: object = {}) => ({
  id,
  name,
  kind: "product" as const,
  isRequired: false,
  isCustomizable: false,
  isMultiple: false,
  values: values.map((value, at) => ({ id: `${id}${at}`, name: value })),
  ...change,
});

const attributes = [
  attribute("m", "Material", ["Ceramic", "Glass"]),
  attribute("p", "Pattern", ["Striped", "Floral"]),
  attribute("b", "Battery type", ["Ceramic", "Lithium"]),
];

async function proposalHarness() {
  const harness = await mappedCatalogue();
  const { services, connectionId } = harness;
  await plantLeaf(services.db, connectionId, { categoryId: LEAF, path: "Home > Mugs" });
  const now = services.now();
  const body = JSON.stringify({ rules: { certifications: [] }, attributes });
  await rowsOf(
    "UPDATE channel_category_rule SET body = ?, read_at = ? WHERE category_id = ?",
    body,
    now,
    LEAF,
  );
  await rowsOf("UPDATE channel_category SET read_at = ? WHERE category_id = ?", now, LEAF);
  await say(MUG, "<p>A striped mug.<br>Material: ceramic, with a lithium battery</p>");
  await say(CUSHION, "<p>Not a mug.</p>");
  const { openChannel } = await harness.ports();
  return { deps: { ...sheetPorts(services, connectionId), openChannel } };
}

const say = (productId: string, description: string) =>
  rowsOf(
    `UPDATE product SET channel_category_id = ?,
       body = json_set(body, '$.description', ?, '$.name', 'Thing', '$.features', json('[]'))
     WHERE product_id = ?`,
    LEAF,
    description,
    productId,
  );

describe("what a store says of empty attributes", () => {
  it("is listed by product, and nothing of what a seller answers for is open", async () => {
    const { deps } = await proposalHarness();
    const page = await readCategoryTexts(deps, LEAF, undefined);
    const texts = {
      lines: [
        { place: "title", text: "Thing" },
        { place: "description", text: "A striped mug." },
        { place: "description", label: "Material", text: "ceramic, with a lithium battery" },
      ],
      open: ["m", "p"],
    };
    expect(page.next).toBeNull();
    expect(page.products.find(({ productId }) => productId === MUG)).toEqual({
      productId: MUG,
      name: "Thing",
      ...texts,
    });
    expect(await readProductTexts(deps, MUG)).toEqual(texts);
    await saveDetails(deps, MUG, { attributes: { m: [{ id: "m0" }], p: [{ id: "p0" }] } });
    expect(await readProductTexts(deps, MUG)).toEqual({ lines: [], open: [] });
  });

  it("is written where the product has nothing of its own, and only of products that are there", async () => {
    const { deps } = await proposalHarness();
    await saveDetails(deps, MUG, { attributes: { p: [{ id: "p1", name: "Floral" }] } });
    const taken = { m: [{ id: "m0" }], p: [{ id: "p0" }] };
    const wanted = [MUG, "99999"].map((productId) => ({ productId, attributes: taken }));
    expect(await acceptProposals(deps, LEAF, wanted)).toEqual([MUG]);
    expect((await deps.products.find(MUG))?.details.attributes).toEqual({
      m: [{ id: "m0", name: "Ceramic" }],
      p: [{ id: "p1", name: "Floral" }],
    });
    expect(await acceptProposals(deps, LEAF, wanted)).toEqual([]);
    expect((await readProductTexts(deps, MUG)).open).toEqual([]);
  });

  it("is written beside what somebody else fills in at the same moment", async () => {
    const { deps } = await proposalHarness();
    let isFirst = true;
    const patchUnmoved: typeof deps.sheetProducts.patchUnmoved = async (patches) => {
      if (isFirst) await saveDetails(deps, MUG, { attributes: { p: [{ id: "p1" }] } });
      isFirst = false;
      return deps.sheetProducts.patchUnmoved(patches);
    };
    const readTargets = (ids: readonly string[]) => deps.sheetProducts.readTargets(ids);
    const busy = { ...deps, sheetProducts: { readTargets, patchUnmoved } };
    const taken = { m: [{ id: "m1" }], p: [{ id: "p0" }] };
    expect(await acceptProposals(busy, LEAF, [{ productId: MUG, attributes: taken }])).toEqual([
      MUG,
    ]);
    expect((await deps.products.find(MUG))?.details.attributes).toEqual({
      m: [{ id: "m1", name: "Glass" }],
      p: [{ id: "p1" }],
    });
  });

  it.each([
    ["an attribute of dangers", { b: [{ id: "b1" }] }],
    ["an unknown attribute", { x: [{ id: "x1" }] }],
    ["a value of another attribute", { m: [{ id: "p1" }] }],
  ])("is refused for %s", async (_, given) => {
    const { deps } = await proposalHarness();
    await expect(
      acceptProposals(deps, LEAF, [{ productId: MUG, attributes: given }]),
    ).rejects.toMatchObject({ code: "request.invalid" });
  });
});
