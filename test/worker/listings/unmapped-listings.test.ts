/** What is kept of listings that no product stands for, and the codes by which products are found. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { productKeysOf } from "../../../src/db/catalogue/product-keys";
import { productsOf } from "../../../src/db/catalogue/products";
import { openDatabase } from "../../../src/db/database";
import { unmappedListingsOf } from "../../../src/db/listings/unmapped-listings";
import { toProductRecord } from "../../../src/domain/catalogue/product-record";
import type { SourceVariant } from "../../../src/domain/catalogue/source-product";
import type { FoundListing } from "../../../src/domain/listings/mapping-proposal";
import { shop, sourceProduct } from "../../support/page-rows";

const db = openDatabase(env.DB);
let id = "";
beforeEach(async () => {
  ({ id } = await shop());
});

const [VARIANT] = sourceProduct("0").variants;
const variant = (change: Partial<SourceVariant>): SourceVariant =>
  ({ ...VARIANT, id: "0", barcode: undefined, ...change }) as SourceVariant;

let revision = 0;
const store = (productId: string, name: string, variants: readonly SourceVariant[]) => {
  revision += 1;
  const body = sourceProduct(productId, { name, variants });
  const record = toProductRecord(body, `hash ${revision}`);
  return productsOf(db, id, () => revision).upsert([record], revision);
};
const findIds = async (...keys: string[]) =>
  (await productKeysOf(db, id).findByKeys(keys)).map(({ productId }) => productId).toSorted();

describe("codes of products", () => {
  it("follow every change of a product, and its end", async () => {
    await store("7", "Café Mug", [variant({ sku: " MUG-1 ", barcode: "0036000291452" })]);
    expect(await findIds("s:mug-1")).toEqual(["7"]);
    expect(await findIds("b:36000291452")).toEqual(["7"]);
    expect(await findIds("n:cafe mug")).toEqual(["7"]);
    await store("7", "Teapot", [variant({ sku: "POT" }), variant({ id: "2", sku: "POT-2" })]);
    expect(await findIds("s:mug-1", "b:36000291452", "n:cafe mug")).toEqual([]);
    expect(await findIds("s:pot-2", "n:teapot")).toEqual(["7"]);
    await productsOf(db, id, () => 9).flagDeleted(["7"]);
    expect(await findIds("s:pot", "n:teapot")).toEqual([]);
    await productsOf(db, id, () => 9).unflagDeleted(["7"]);
    expect(await findIds("s:pot")).toEqual(["7"]);
    await env.DB.exec("DELETE FROM product");
    const { results } = await env.DB.prepare("SELECT * FROM product_key").all();
    expect(results).toEqual([]);
  });

  it("that many products share do not crowd out those of others", async () => {
    for (let at = 10; at < 40; at += 1) await store(String(at), "T-shirt", [variant({ sku: "1" })]);
    await store("90", "A", [variant({ sku: "two" })]);
    await store("91", "B", [variant({ sku: "two" })]);
    const found = await findIds("s:1", "n:t-shirt", "s:two");
    expect(found).toEqual(expect.arrayContaining(["90", "91"]));
    expect(found.length).toBeLessThan(10);
  });
});

describe("a listing without a product", () => {
  const row = (channelProductId: string, change: Partial<FoundListing> = {}): FoundListing => ({
    channelProductId,
    title: channelProductId,
    status: "live",
    skus: [{ channelSkuId: `${channelProductId}-sku`, sellerSku: "x" }],
    confidence: "sure",
    productId: "7",
    matchedBy: "sku",
    pairs: [{ channelSkuId: `${channelProductId}-sku`, variantId: "0" }],
    ...change,
  });
  const sure = async () =>
    (await unmappedListingsOf(db, id).page({ tab: "sure" })).rows.map(
      (one) => one.channelProductId,
    );

  it("is not sure as soon as a second one of its product is met", async () => {
    const unmapped = unmappedListingsOf(db, id);
    await unmapped.save([row("a"), row("b", { productId: "8" })], 1);
    expect(await sure()).toEqual(["a", "b"]);
    await unmapped.save([row("c")], 1);
    expect(await sure()).toEqual(["b"]);
    await unmapped.save([row("a")], 2);
    expect(await sure()).toEqual(["b"]);
  });

  it("is found by its id, a SKU or a part of its title, hidden or not", async () => {
    const unmapped = unmappedListingsOf(db, id);
    const skus = [{ channelSkuId: "b-sku", sellerSku: "TEA-100%" }];
    await unmapped.save([row("a"), row("b", { title: "Théière émaillée", skus })], 1);
    await unmapped.hide(["b"], true);
    const find = async (search: string) =>
      (await unmapped.page({ tab: "sure", search })).rows.map((one) => one.channelProductId);
    expect(await find("b")).toEqual(["b"]);
    expect(await find("tea-100%")).toEqual(["b"]);
    expect(await find("b-sku")).toEqual(["b"]);
    expect(await find("ière")).toEqual(["b"]);
    expect(await find("%")).toEqual(["b"]);
    expect(await find("nothing")).toEqual([]);
  });

  it("keeps what a person chose while that product is there", async () => {
    await store("7", "Mug", [variant({ sku: "x" })]);
    const unmapped = unmappedListingsOf(db, id);
    await unmapped.save([row("a", { confidence: "none", productId: null, pairs: [] })], 1);
    const pairs = [{ channelSkuId: "a-sku", variantId: "0" }];
    await unmapped.choose("a", { productId: "7", pairs });
    const other = row("a", { productId: "9", confidence: "likely" });
    await unmapped.save([other], 2);
    expect(await unmapped.find("a")).toMatchObject({ productId: "7", matchedBy: "person" });
    await productsOf(db, id, () => 9).flagDeleted(["7"]);
    await unmapped.save([other], 3);
    expect(await unmapped.find("a")).toMatchObject({ productId: "9", matchedBy: "sku" });
  });

  it("outlives an older search that ends late", async () => {
    const unmapped = unmappedListingsOf(db, id);
    await unmapped.save([row("a")], 5);
    await unmapped.save([row("a")], 4);
    await unmapped.endSearch(5);
    expect(await sure()).toEqual(["a"]);
    await unmapped.endSearch(6);
    expect(await sure()).toEqual([]);
  });
});
