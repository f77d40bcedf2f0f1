/**
 * What a dry run says, held against what the shop receives: products are changed by chance, planned, pushed and
 * planned again. The push is the real one, over ports in memory and the real client of the channel.
 */
import { expect, it } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import type { StoredProduct } from "../../../src/domain/catalogue/product-record";
import type { ListingWrite } from "../../../src/domain/listings/plan-writes";
import type { ContentField } from "../../../src/domain/listings/sent-content";
import { USUAL_RULES, type OwnRules } from "../../../src/domain/listings/sync-rules";
import { planPush, writesOf } from "../../../src/sync/listings/plan-push";
import { pushListing } from "../../../src/sync/listings/push-listing";
import { memoryListings } from "../../support/corpus/memory-listings";
import { listable } from "../../support/corpus/products";
import { openCorpusShops } from "../../support/corpus/shops";
import { pick, randomOf, whole, type Random } from "../../support/random-orders";

const PRODUCTS = 20;
const CHANGES = 25;

/** The name of a field on the wire. */
const WIRE: Readonly<Record<ContentField, string>> = {
  title: "title",
  description: "description",
  category: "category_id",
  brand: "brand_id",
  images: "main_images",
  attributes: "product_attributes",
  packageWeight: "package",
  packageSize: "package",
  minimumQuantity: "minimum_order_quantity",
  sizeChart: "size_chart",
  certificates: "certifications",
  manufacturers: "manufacturer_ids",
  responsiblePersons: "responsible_person_ids",
  skus: "skus",
  optionImages: "skus",
  barcodes: "skus",
};

const OWN_RULES: readonly (OwnRules | undefined)[] = [
  undefined,
  undefined,
  { update: { title: "channel" } },
  { update: { media: "channel", barcode: "channel" } },
  { update: { details: "channel" } },
  {
    update: {
      title: "channel",
      description: "channel",
      media: "channel",
      details: "channel",
      barcode: "channel",
    },
  },
];

type Change = (body: SourceProduct, random: Random) => Partial<SourceProduct>;

const CHANGES_OF_STORE: readonly Change[] = [
  ({ name }, random) => ({ name: `${name.slice(0, 80)} ${whole(random, 1, 99)}` }),
  (_body, random) => ({ description: `<p>Edition ${whole(random, 1, 99)}</p>` }),
  ({ images }) => ({ images: [...images.slice(1), ...images.slice(0, 1)] }),
  ({ images }) => ({ images: images.slice(0, Math.max(1, images.length - 1)) }),
  (_body, random) => ({ weightGrams: whole(random, 1, 30_000) }),
  (_body, random) => ({ lengthMm: whole(random, 1, 900) }),
  ({ variants }, random) => ({
    variants: variants.map((variant, at) =>
      at === 0 ? { ...variant, sku: `SKU 0/${whole(random, 0, 99)}` } : variant,
    ),
  }),
  ({ variants }) => ({ variants: variants.length > 1 ? variants.slice(1) : variants }),
  ({ variants }, random) => ({
    variants: variants.map((variant) => ({
      ...variant,
      barcode: pick(random, ["4006381333931", "96385074"]),
    })),
  }),
  // Numbers are the ledger's: no push sends them.
  ({ variants }, random) => ({
    variants: variants.map((variant) => ({ ...variant, quantity: whole(random, 1, 99) })),
  }),
  () => ({}),
];

function changed(product: StoredProduct, random: Random): StoredProduct {
  let { body, details } = product;
  for (let left = whole(random, 0, 3); left > 0; left -= 1)
    body = Object.assign({}, body, pick(random, CHANGES_OF_STORE)(body, random));
  if (random() < 0.2) {
    const { rules: _before, ...others } = details;
    const rules = pick(random, OWN_RULES);
    details = { ...others, ...(rules ? { rules } : {}) };
  }
  return { ...product, body, details, updatedAt: product.updatedAt + 1 };
}

interface Received {
  kind: ListingWrite["kind"];
  body: Record<string, unknown>;
}

/** A parcel is one thing: its weight goes with its size. */
const partOf = (key: string) => (key.startsWith("package_") ? "package" : key);

/** The write of a listing that a request is; undefined of any other. */
function toReceived({ method, url }: Request, text: string): Received | undefined {
  const path = new URL(url).pathname;
  const kind =
    method === "POST" && /[/]products$/.test(path)
      ? "create"
      : method === "PUT" && /[/]products[/]\d+$/.test(path)
        ? "replace"
        : /[/]products[/]\d+[/]partial_edit$/.test(path)
          ? "edit"
          : undefined;
  return kind && { kind, body: JSON.parse(text) as Record<string, unknown> };
}

it("500 random changes: the shop receives just what a dry run says, and a second one says nothing", async () => {
  const requests: Promise<Received | undefined>[] = [];
  const shops = await openCorpusShops(["GB"], (request) => {
    requests.push(request.text().then((text) => toReceived(request, text)));
  });
  const shop = shops.get("GB");
  if (!shop) throw new Error("no shop");
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= PRODUCTS; seed += 1) {
    const random = randomOf(seed);
    const leaf = pick(random, shop.leaves);
    const { product: body, details } = listable(random, shop, leaf);
    let product: StoredProduct = {
      productId: body.id,
      body: { ...body, variants: body.variants.slice(0, 4) },
      sourceCategoryId: null,
      channelCategoryId: leaf.category.id,
      details,
      deletedAt: null,
      syncState: "not_synced",
      updatedAt: 1,
    };
    const deps = memoryListings(shop, leaf, USUAL_RULES, () => product);
    const dryRun = async () => {
      const listing = await deps.listings.find(product.productId);
      const planned = await planPush(deps, product, listing);
      if (typeof planned === "string" || !planned.isReady) return { writes: [], planned };
      const writes = listing ? await writesOf(deps, listing, planned) : [];
      return { writes, planned };
    };
    for (let round = 0; round < CHANGES; round += 1) {
      if (round > 0) product = changed(product, random);
      const { writes, planned } = await dryRun();
      const before = deps.isListed();
      requests.length = 0;
      const outcome = await pushListing(deps, product.productId);
      const received = (await Promise.all(requests)).filter((one) => one !== undefined);
      const said = `seed ${seed}, round ${round}: ${JSON.stringify(outcome.reasons)}`;
      if (typeof planned !== "string" && planned.isReady && !before) {
        expect(outcome.state, said).toBe("done");
        expect(
          received.map(({ kind }) => kind),
          said,
        ).toEqual(["create"]);
      } else {
        expect(
          received.map(({ kind }) => kind),
          said,
        ).toEqual(writes.map(({ kind }) => kind));
        expect(outcome.state, said).toBe(writes.length > 0 ? "done" : outcome.state);
      }
      const [write, sent] = [writes[0], received[0]];
      kinds.set(sent?.kind ?? "none", (kinds.get(sent?.kind ?? "none") ?? 0) + 1);
      if (write?.kind === "edit" && sent) {
        const named = [...write.fields, ...write.kept].map((field) => WIRE[field]);
        const names = Object.keys(sent.body).map(partOf);
        expect([...new Set(names)].toSorted(), said).toEqual([...new Set(named)].toSorted());
        if (typeof planned !== "string" && planned.isReady && write.fields.includes("title"))
          expect(sent.body["title"], said).toBe(planned.plan.title);
      }
      expect((await dryRun()).writes, said).toEqual([]);
    }
  }
  // Chance has met every kind of write, and rounds that have nothing to say.
  for (const kind of ["create", "edit", "replace", "none"])
    expect(kinds.get(kind), kind).toBeGreaterThan(5);
}, 20_000);
