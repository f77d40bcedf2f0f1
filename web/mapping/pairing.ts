/** What a person makes of one listing: its product, and the variant that each SKU stands for. */
import { computed, createModel, signal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { UnmappedListing } from "../../src/contract/mapping";
import { proposeMapping } from "../../src/domain/listings/propose-mapping";
import type { Answer } from "../api/client";
import { createResource } from "../data/resource";
import type { MappingModel } from "./mapping";

type Deps = Pick<InstanceType<typeof MappingModel>, "findProducts" | "readProduct"> & {
  wantedId: { readonly value: string };
};
type Found = Answer<"GET /api/connections/:id/products">["rows"];
/** The variant of each SKU, by the SKU's id; "" or absent: none. */
type Chosen = Readonly<Record<string, string>>;
export type Pair = UnmappedListing["pairs"][number];

const chosenOf = (pairs: readonly Pair[]): Chosen =>
  Object.fromEntries(pairs.map(({ channelSkuId, variantId }) => [channelSkuId, variantId]));

const nameOf = ({ id, name }: Found[number]) => `${name} (${id})`;

export const PairingModel = createModel((deps: Deps, listing: UnmappedListing) => {
  // Whoever looks for the listing of a product means that one, whatever was proposed.
  const isOther = deps.wantedId.value !== "" && deps.wantedId.value !== listing.product?.id;
  const productId = signal(isOther ? deps.wantedId.value : (listing.product?.id ?? null));
  const chosen = signal<Chosen>(isOther ? {} : chosenOf(listing.pairs));
  const found = signal<Found>([]);
  let newest = 0;
  const detail = createResource(() => deps.readProduct(productId.value ?? ""));
  const pairs = computed(() => pairsOf(listing, chosen.value));
  /** Two SKUs stand for one variant, whose stock would be sold twice. */
  const isTwice = computed(
    () => new Set(pairs.value.map(({ variantId }) => variantId)).size < pairs.value.length,
  );
  const canSave = computed(
    () => detail.value.value?.id === productId.value && pairs.value.length > 0 && !isTwice.value,
  );
  const type = async (text: string) => {
    newest += 1;
    const mine = newest;
    if (text.trim() === "") return;
    const result = await deps.findProducts(text.trim());
    if (mine === newest && result.ok)
      found.value = result.value.rows.filter((row) => !row.isDeleted && !row.channelProductId);
  };
  /** Reads the product; pairs of another one are proposed anew. */
  const read = async () => {
    if (productId.value === null) return;
    await detail.reload();
    const product = detail.value.value;
    const isNew = Object.keys(chosen.value).length === 0;
    if (isNew && product?.id === productId.value)
      chosen.value = chosenOf(proposedPairs(listing, product));
  };
  const pick = async (name: string) => {
    const row = found.value.find((one) => nameOf(one) === name);
    if (!row) return;
    productId.value = row.id;
    chosen.value = {};
    detail.clear();
    await read();
  };
  const set = (channelSkuId: string, variantId: string) => {
    chosen.value = { ...chosen.value, [channelSkuId]: variantId };
  };
  return {
    productId,
    detail,
    chosen,
    pairs,
    isTwice,
    canSave,
    names: computed(() => found.value.map(nameOf)),
    type,
    read,
    pick,
    set,
  };
});

function pairsOf({ skus }: UnmappedListing, chosen: Chosen): Pair[] {
  return skus.flatMap(({ channelSkuId }) => {
    const variantId = chosen[channelSkuId];
    return variantId ? [{ channelSkuId, variantId }] : [];
  });
}

/** As a search would pair them, were this the only product of the store. */
function proposedPairs(listing: UnmappedListing, product: ProductDetail): readonly Pair[] {
  const skus = listing.skus.map(({ channelSkuId, sellerSku, barcode }) => ({
    channelSkuId,
    sellerSku,
    ...(barcode === null ? {} : { barcode }),
  }));
  const variants = product.variants.map(({ id, sku, barcode }) => ({
    id,
    sku,
    ...(barcode === null ? {} : { barcode }),
  }));
  const only = { productId: product.id, name: product.name, isListed: false, variants };
  return proposeMapping({ title: product.name, skus }, [only])?.pairs ?? [];
}
