/** Rules of a listing that the seller made: of random ones, none touches a field that it does not name. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Product } from "../../../simulator/tiktok-shop/products/product";
import { canonicalText } from "../../../src/domain/canonical-text";
import type { ContentRules } from "../../../src/domain/listings/sync-rules";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

/** A product with variants. */
const SHIRT = "1";
/** One of them does not stand in the listing, and a SKU of the listing is nobody's. */
const LEFT_OUT = 0;

interface Shown {
  title: string;
  description: string;
  category_id: string;
  main_images: unknown;
  package_weight: unknown;
  skus: { id: string; seller_sku?: string; identifier_code?: unknown }[];
}

async function push({ services, connectionId, drain, items }: CatalogueHarness) {
  const { taskId } = await startPush(services, connectionId, { ids: [SHIRT] }, "ada");
  await drain();
  const [item] = await items(taskId);
  return item?.state;
}

async function listed(harness: CatalogueHarness): Promise<string> {
  const listing = await (await harness.ports()).listings.find(SHIRT);
  return listing?.channelProductId ?? "";
}

async function shown(harness: CatalogueHarness): Promise<Shown> {
  const { tiktok, storage } = harness.world;
  const id = await listed(harness);
  const read = () => storage.get<Product>("tts:product", id);
  if (read()?.productStatus === "INITIAL" || read()?.review) tiktok.reviewProduct(id, "APPROVED");
  return read()?.content as unknown as Shown;
}

/** Pushed, then made the seller's, one SKU of it without a variant. */
async function mappedShirt(): Promise<CatalogueHarness> {
  const harness = await mappedCatalogue();
  expect(await push(harness)).toBe("done");
  await shown(harness);
  const { connectionId } = harness;
  const offers = await (await harness.ports()).listings.offersOf(SHIRT);
  await rowsOf(
    "DELETE FROM offer WHERE connection_id = ? AND channel_sku_id = ?",
    connectionId,
    offers[LEFT_OUT]?.channelSkuId ?? "",
  );
  await rowsOf(
    "UPDATE listing SET origin = 'mapped', sent = NULL WHERE connection_id = ? AND product_id = ?",
    connectionId,
    SHIRT,
  );
  return harness;
}

const rule = fc.constantFrom("source", "channel");
const rules = fc.record({
  title: fc.constantFrom("source", "connector", "channel"),
  description: rule,
  media: rule,
  barcode: rule,
  details: rule,
}) as fc.Arbitrary<ContentRules>;

it("keeps the link of a SKU whose variant has left the store, as it is still sold", async () => {
  const harness = await mappedShirt();
  const { merchant, connectionId } = harness;
  await merchant.call("PUT /api/connections/:id/products/:productId/rules", {
    params: { id: connectionId, productId: SHIRT },
    body: { title: null, create: {}, update: { title: "source" } },
  });
  await rowsOf(
    `UPDATE product SET body = json_remove(json_set(body, '$.name', 'A shirt of another name'),
       '$.variants[1]') WHERE connection_id = ? AND product_id = ?`,
    connectionId,
    SHIRT,
  );
  const offers = async () => {
    const linked = await (await harness.ports()).listings.offersOf(SHIRT);
    return linked.map(({ variantId, channelSkuId }) => [variantId, channelSkuId]);
  };
  const before = await offers();
  harness.calls.length = 0;
  expect(await push(harness)).toBe("done");
  expect((await shown(harness)).title).toBe("A shirt of another name");
  expect(await offers()).toEqual(before);
  expect(harness.calls).not.toContain("unbindOffers");
}, 60_000);

it("touches no field that a rule does not name, and loses no SKU of others", async () => {
  const harness = await mappedShirt();
  const { merchant, connectionId } = harness;
  let run = 0;
  await fc.assert(
    fc.asyncProperty(rules, async (update) => {
      run += 1;
      const name = `Shirt, changed for the ${run}. time`;
      await rowsOf(
        `UPDATE product SET body = json_set(body, '$.name', ?, '$.description', ?,
           '$.variants[1].barcode', ?, '$.variants[1].weightGrams', ?)
         WHERE connection_id = ? AND product_id = ?`,
        name,
        `<p>${name}</p>`,
        run % 2 ? "4006381333931" : "96385074",
        1000 + run * 100,
        connectionId,
        SHIRT,
      );
      await merchant.call("PUT /api/connections/:id/products/:productId/rules", {
        params: { id: connectionId, productId: SHIRT },
        body: { title: `${name}, by hand`, create: {}, update },
      });
      const before = await shown(harness);
      await push(harness);
      const after = await shown(harness);
      const isKept = (field: keyof ContentRules) => update[field] === "channel";
      if (isKept("title")) expect(after.title).toBe(before.title);
      else expect(after.title).toBe(update.title === "source" ? name : `${name}, by hand`);
      expect(after.description === before.description).toBe(isKept("description"));
      expect(JSON.stringify(after.package_weight) === JSON.stringify(before.package_weight)).toBe(
        isKept("details"),
      );
      if (isKept("media")) expect(after.main_images).toEqual(before.main_images);
      const codes = ({ skus }: Shown) =>
        new Map(skus.map((sku) => [sku.id, canonicalText(sku.identifier_code ?? null)]));
      const had = codes(before);
      for (const id of had.keys()) expect(codes(after).has(id)).toBe(true);
      if (isKept("barcode"))
        for (const [id, code] of had) expect([id, codes(after).get(id)]).toEqual([id, code]);
      if (isKept("details"))
        expect(after.skus.map(({ id, seller_sku: sku }) => [id, sku])).toEqual(
          before.skus.map(({ id, seller_sku: sku }) => [id, sku]),
        );
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 300_000);
