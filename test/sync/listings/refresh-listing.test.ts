import { expect, it } from "vitest";
import { USUAL_RULE, type ProductRule } from "../../../src/domain/stock/product-rule";
import { refreshListing } from "../../../src/sync/listings/refresh-listing";

it.each([
  { origin: "mapped", ends: ["offers 1", "rules", "unbind"] },
  { origin: "pushed", ends: ["offers 1", "unbind"] },
] as const)("ends what was chosen for a $origin listing that is gone", async ({ origin, ends }) => {
  const rules: (ProductRule | null)[] = [];
  const own = { ...USUAL_RULE, isExcluded: true, sendsStock: false, sendsPrice: false };
  const acts: string[] = [];
  const outcome = await refreshListing(
    {
      channel: { readListing: async () => undefined },
      listings: {
        offersOf: async () => [{ variantId: "0", channelSkuId: "1", sellerSku: "a" }],
        saveReport: async () => {},
        unbind: async () => void acts.push("unbind"),
      },
      ledger: {
        unbindOffers: async (ids) => void acts.push(`offers ${ids.join()}`),
        noteListingStates: async () => {},
        readProductRules: async () => [own],
        setProductRules: async (changes) => {
          acts.push("rules");
          rules.push(...changes.map(({ rule }) => rule));
        },
      },
      now: () => 1,
    },
    {
      productId: "7",
      channelProductId: "9",
      origin,
      status: "live",
      syncState: "synced",
      reasons: [],
    },
  );
  expect(outcome.reasons).toEqual([{ code: "listing.removed_on_channel", facts: {} }]);
  expect(acts).toEqual(ends);
  const chosen = { ...own, sendsStock: null, sendsPrice: null };
  expect(rules).toEqual(origin === "mapped" ? [chosen] : []);
});
