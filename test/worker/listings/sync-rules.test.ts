/** Every cell of the rules that a push carries out, for all products and for one, against the simulated channel. */
import { describe, expect, it } from "vitest";
import type { Product } from "../../../simulator/tiktok-shop/products/product";
import {
  USUAL_RULES,
  type ContentRules,
  type CreateRules,
  type SharedRules,
} from "../../../src/domain/listings/sync-rules";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf, saveSettings } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";

async function push({ services, connectionId, drain, items }: CatalogueHarness) {
  const { taskId } = await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await drain();
  const [item] = await items(taskId);
  return item && [item.state, ...item.codes];
}

async function listingOf(harness: CatalogueHarness) {
  const listing = await (await harness.ports()).listings.find(MUG);
  if (!listing?.channelProductId) throw new Error("no listing");
  return { ...listing, channelProductId: listing.channelProductId };
}

interface Shown {
  title: string;
  description: string;
  main_images: { uri: string }[];
  package_weight: { value: string };
  skus: { identifier_code?: { code: string }; inventory?: unknown }[];
}

/** What buyers see, once every review has passed. */
async function shown(harness: CatalogueHarness): Promise<Shown> {
  const { channelProductId } = await listingOf(harness);
  const { tiktok, storage } = harness.world;
  const read = () => storage.get<Product>("tts:product", channelProductId);
  const isReviewed = read()?.productStatus === "INITIAL" || read()?.review !== undefined;
  if (isReviewed) tiktok.reviewProduct(channelProductId, "APPROVED");
  return read()?.content as unknown as Shown;
}

const rewrite = async (harness: CatalogueHarness, fields: Record<string, unknown>) => {
  const { channelProductId } = await listingOf(harness);
  harness.world.tiktok.sellerRewrites(channelProductId, fields);
  await shown(harness);
};

/** Changes the product as a pull would have kept it. */
const inStore = (harness: CatalogueHarness, path: string, value: unknown) =>
  rowsOf(
    `UPDATE product SET body = json_set(body, ?, json(?)) WHERE connection_id = ? AND product_id = ?`,
    path,
    JSON.stringify(value),
    harness.connectionId,
    MUG,
  );

interface Wanted {
  title?: string | null;
  create?: Partial<CreateRules>;
  update?: Partial<ContentRules>;
}

const LEVELS = {
  "all products": async (harness: CatalogueHarness, { title, create, update }: Wanted) => {
    const { merchant, connectionId } = harness;
    const syncRules: SharedRules = {
      ...USUAL_RULES,
      create: { ...USUAL_RULES.create, ...create },
      update: { ...USUAL_RULES.update, ...update },
    };
    await saveSettings(merchant, connectionId, { syncRules });
    // The name is a product's own at any level.
    await ofProduct(harness, { title });
  },
  "one product": (harness: CatalogueHarness, wanted: Wanted) => ofProduct(harness, wanted),
};

async function ofProduct({ merchant, connectionId }: CatalogueHarness, wanted: Wanted) {
  const { title = null, create = {}, update = {} } = wanted;
  return merchant.call("PUT /api/connections/:id/products/:productId/rules", {
    params: { id: connectionId, productId: MUG },
    body: { title, create, update },
  });
}

interface Cell {
  rule: keyof ContentRules;
  read: (content: Shown) => unknown;
  /** What the seller writes there. */
  sellers: (content: Shown) => Record<string, unknown>;
  /** What the store says then. */
  stores: [path: string, value: unknown];
}

const CELLS: readonly Cell[] = [
  {
    rule: "title",
    read: ({ title }) => title,
    sellers: () => ({ title: "The seller's own name of the mug" }),
    stores: ["$.name", "A mug with another name"],
  },
  {
    rule: "description",
    read: ({ description }) => description,
    sellers: () => ({ description: "<p>The seller's own words</p>" }),
    stores: ["$.description", "<p>Other words</p>"],
  },
  {
    rule: "media",
    read: ({ main_images: images }) => images.map(({ uri }) => uri),
    sellers: ({ main_images: images }) => ({ main_images: [...images, ...images.slice(0, 1)] }),
    stores: ["$.images[1]", { id: "99", url: "" }],
  },
  {
    rule: "barcode",
    read: ({ skus }) => skus.map((sku) => sku.identifier_code?.code),
    sellers: ({ skus }) => ({
      skus: skus.map((sku) => ({ ...sku, identifier_code: { type: "EAN", code: "96385074" } })),
    }),
    stores: ["$.variants[0].barcode", "4006381333931"],
  },
  {
    rule: "details",
    read: ({ package_weight: weight }) => weight.value,
    sellers: () => ({ package_weight: { value: "3.5", unit: "KILOGRAM" } }),
    stores: ["$.variants[0].weightGrams", 900],
  },
];

async function keepAndGiveBack(
  harness: CatalogueHarness,
  { rule, read, sellers, stores: [path, value] }: Cell,
  setRules: (typeof LEVELS)[keyof typeof LEVELS],
): Promise<void> {
  const nothing = ["skipped", "listing.nothing_to_send"];
  const before = await shown(harness);
  await setRules(harness, { update: { [rule]: "channel" } });
  await rewrite(harness, sellers(before));
  const kept = read(await shown(harness));
  expect([rule, kept]).not.toEqual([rule, read(before)]);
  const [picture] = rule === "media" ? await picturesOf(harness) : [];
  await inStore(harness, path, rule === "media" ? { id: "99", url: picture } : value);
  const besideOf = rule === "description" ? "$.name" : "$.description";
  await inStore(harness, besideOf, `Changed beside the ${rule}`);
  expect([rule, await push(harness)]).toEqual([rule, ["done"]]);
  expect([rule, read(await shown(harness))]).toEqual([rule, kept]);
  expect(JSON.stringify(await shown(harness))).toContain(`Changed beside the ${rule}`);
  expect([rule, await push(harness)]).toEqual([rule, nothing]);

  await setRules(harness, { update: { [rule]: "source" } });
  expect([rule, await push(harness)]).toEqual([rule, ["done"]]);
  expect([rule, read(await shown(harness))]).not.toEqual([rule, kept]);
  expect([rule, await push(harness)]).toEqual([rule, nothing]);
}

describe.each(Object.entries(LEVELS))("a rule of %s", (_level, setRules) => {
  it("keeps what is the channel's, and gives it back to the store", async () => {
    const harness = await mappedCatalogue();
    expect(await push(harness)).toEqual(["done"]);
    for (const cell of CELLS) await keepAndGiveBack(harness, cell, setRules);
  }, 120_000);

  it("sends again what it sent first, where the seller has changed it in between", async () => {
    const harness = await mappedCatalogue();
    await setRules(harness, { update: { title: "channel" } });
    expect(await push(harness)).toEqual(["done"]);
    const { title } = await shown(harness);
    await rewrite(harness, { title: "The seller's own name of the mug" });
    expect(await push(harness)).toEqual(["skipped", "listing.nothing_to_send"]);
    await setRules(harness, {});
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe(title);
  }, 60_000);

  it("lists under the name kept in Weft, and goes on with it though the store's changes", async () => {
    const harness = await mappedCatalogue();
    const title = "The name that is kept in Weft";
    const rules = { create: { title: "connector" }, update: { title: "connector" } } as const;
    await setRules(harness, { ...rules, title });
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe(title);
    await inStore(harness, "$.name", "A mug with another name");
    expect(await push(harness)).toEqual(["skipped", "listing.nothing_to_send"]);
    await setRules(harness, { ...rules, title: "Another name kept in Weft" });
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe("Another name kept in Weft");
    // Without one, the product's own.
    await setRules(harness, rules);
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe("A mug with another name");
  }, 60_000);

  it("takes the name kept in Weft once it is listed under the store's, and the other way round", async () => {
    const harness = await mappedCatalogue();
    const title = "The name that is kept in Weft";
    await setRules(harness, { title, update: { title: "connector" } });
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).not.toBe(title);
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe(title);
    await setRules(harness, { title, create: { title: "connector" } });
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).not.toBe(title);
  }, 60_000);

  it("lists without barcodes, which come later where the rule for afterwards says so", async () => {
    const harness = await mappedCatalogue();
    await inStore(harness, "$.variants[0].barcode", "4006381333931");
    await setRules(harness, { create: { barcode: "none" }, update: { barcode: "channel" } });
    expect(await push(harness)).toEqual(["done"]);
    const codes = async () =>
      (await shown(harness)).skus.map((sku) => sku.identifier_code?.code ?? null);
    expect(await codes()).toEqual([null]);
    expect(await push(harness)).toEqual(["skipped", "listing.nothing_to_send"]);
    await setRules(harness, { create: { barcode: "none" } });
    expect(await push(harness)).toEqual(["done"]);
    expect(await codes()).toEqual(["4006381333931"]);
  }, 60_000);

  it("lists without stock as a draft, which no push puts on sale", async () => {
    const harness = await mappedCatalogue();
    await setRules(harness, { create: { stock: "none" } });
    expect(await push(harness)).toEqual(["done"]);
    const { channelProductId, status } = await listingOf(harness);
    expect(status).toBe("draft");
    const { storage, tiktok } = harness.world;
    const state = () => storage.get<Product>("tts:product", channelProductId)?.productStatus;
    expect(state()).toBe("DRAFT");
    await inStore(harness, "$.name", "A mug with another name");
    expect(await push(harness)).toEqual(["skipped", "listing.draft_waits"]);
    expect(state()).toBe("DRAFT");
    expect(tiktok.calls().filter(({ path }) => path.endsWith("/products"))).toHaveLength(1);
    // The seller gives it stock and publishes it, though nobody is told so.
    const { warehouseId } = (await harness.ports()).connection;
    const inventory = [{ warehouse_id: warehouseId, quantity: 3 }];
    await rewrite(harness, {
      skus: (await shown(harness)).skus.map((sku) => ({ ...sku, inventory })),
    });
    expect(state()).toBe("ACTIVATE");
    expect(await push(harness)).toEqual(["done"]);
    expect((await shown(harness)).title).toBe("A mug with another name");
  }, 60_000);
});

/** The address of a picture of another product. */
async function picturesOf({ connectionId }: CatalogueHarness): Promise<string[]> {
  const rows = await rowsOf<{ url: string }>(
    `SELECT body->>'$.images[0].url' AS url FROM product
     WHERE connection_id = ? AND product_id <> ? AND url IS NOT NULL LIMIT 1`,
    connectionId,
    MUG,
  );
  return rows.map(({ url }) => url);
}
