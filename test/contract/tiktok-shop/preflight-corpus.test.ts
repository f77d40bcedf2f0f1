/**
 * What Weft says of a product before it sends anything, held against what the channel says: nothing that
 * Weft lets through is refused for a rule, and each fault of a broken product is named at once.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { ListingInput, ListingPlan } from "../../../src/domain/listings/listing-plan";
import { planListing } from "../../../src/domain/listings/plan-listing";
import type { ListingDraft } from "../../../src/platforms/channel-listing";
import { listable } from "../../support/corpus/products";
import { openCorpusShops, type CorpusShop } from "../../support/corpus/shops";
import { pick, randomOf } from "../../support/random-orders";

const REGIONS = ["GB", "US", "DE", "FR"] as const;
let shops: Map<(typeof REGIONS)[number], CorpusShop>;

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

describe("two hundred products with all that is asked for", () => {
  for (const region of REGIONS)
    it(`are let through and taken: ${region}`, async () => {
      const shop = shops.get(region) as CorpusShop;
      for (let seed = 1; seed <= 50; seed += 1) {
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
