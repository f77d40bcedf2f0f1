/**
 * What Weft says of a product before it sends anything, held against what the channel says: nothing that
 * Weft lets through is refused for a rule, and each fault of a broken product is named at once.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { ListingInput, ListingPlan } from "../../../src/domain/listings/listing-plan";
import { planListing } from "../../../src/domain/listings/plan-listing";
import type { ListingDraft } from "../../../src/platforms/channel-listing";
import type { Breakage } from "../../support/corpus/breakage";
import { BREAKAGES } from "../../support/corpus/breakages";
import { listable } from "../../support/corpus/products";
import { MARKET_CODES, type MarketCode } from "../../../simulator/tiktok-shop/markets/market";
import { openCorpusShops, type CorpusShop } from "../../support/corpus/shops";
import { pick, randomOf, whole, type Random } from "../../support/random-orders";

const REGIONS = MARKET_CODES;
/** Of each market, right ones and broken ones. */
const PRODUCTS = 40;
let shops: Map<MarketCode, CorpusShop>;

beforeAll(async () => {
  shops = await openCorpusShops(REGIONS);
});

/** The plan with pictures as the channel names them and five units of each SKU. */
function toDraft({ imageUrls, ...plan }: ListingPlan, { uris }: CorpusShop): ListingDraft {
  return {
    ...plan,
    imageUris: imageUrls.map(() => uris.main),
    skus: plan.skus.map(({ variantId, options, ...sku }) => ({
      ...sku,
      externalId: `7:${variantId}`,
      options: options.map(({ name, value, imageUrl }) => ({
        name,
        value,
        ...(imageUrl ? { imageUri: uris.option } : {}),
      })),
      quantity: 5,
    })),
    externalId: "7",
    idempotencyKey: "corpus",
  };
}

function reasonsOf(input: ListingInput) {
  const answer = planListing(input);
  return answer.isReady ? [] : answer.reasons;
}

async function refusalsOf(input: ListingInput, shop: CorpusShop) {
  const answer = planListing(input);
  if (!answer.isReady) throw new Error("the product is not ready");
  return shop.session.checkListing(toDraft(answer.plan, shop));
}

describe("six hundred products with all that is asked for", () => {
  for (const region of REGIONS)
    it(`are let through and taken: ${region}`, async () => {
      const shop = shops.get(region) as CorpusShop;
      for (let seed = 1; seed <= PRODUCTS; seed += 1) {
        const random = randomOf(seed * 7919 + region.charCodeAt(0));
        const leaf = pick(random, shop.leaves);
        const input = listable(random, shop, leaf);
        const about = `${leaf.category.path}, seed ${seed}`;
        expect.soft(reasonsOf(input), about).toEqual([]);
        if (reasonsOf(input).length === 0)
          expect.soft(await refusalsOf(input, shop), about).toEqual([]);
      }
    });
});

/** Up to six faults of a product that do not hide each other. */
function choose(random: Random): Breakage[] {
  const shuffled = BREAKAGES.map((breakage) => ({ breakage, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ breakage }) => breakage);
  const [first] = shuffled;
  if (first?.part === "*") return [first];
  const parts = new Set(["*"]);
  const apart = shuffled.filter(({ part }) => !parts.has(part) && parts.add(part));
  return apart.slice(0, whole(random, 1, 6));
}

describe("six hundred products with one to six faults", () => {
  const seen = new Map<string, number>();

  for (const region of MARKET_CODES)
    it(`have each of them named at once: ${region}`, () => {
      const shop = shops.get(region) as CorpusShop;
      for (let seed = 1; seed <= PRODUCTS; seed += 1) {
        const random = randomOf(seed * 104_729 + region.charCodeAt(1));
        const leaf = pick(random, shop.leaves);
        let input = listable(random, shop, leaf);
        const applied = choose(random).filter((breakage) => {
          const broken = breakage.apply(input);
          input = broken ?? input;
          return broken !== undefined;
        });
        const found = reasonsOf(input).map(({ code }) => code);
        const about = `${leaf.category.path}, seed ${seed}: ${applied.map(({ name }) => name)}`;
        expect.soft(found, about).toEqual(expect.arrayContaining(applied.map(({ code }) => code)));
        for (const { name } of applied) seen.set(name, (seen.get(name) ?? 0) + 1);
      }
    });

  it("are of every kind", () => {
    expect(BREAKAGES.filter(({ name }) => !seen.has(name)).map(({ name }) => name)).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(40);
  });
});
