/**
 * Which variant of a product was made anew in place of a deleted one. Pure. A wrong answer would send
 * buyers the wrong goods, so anything unsure is no answer: the SKU stays with the deleted variant, and
 * its orders wait for a person.
 */
import type { SourceProduct, SourceVariant, VariantOption } from "../catalogue/source-product";
import { comparable } from "./comparable";

/** What the store said of a variant when it was sent. */
export interface SoldAs {
  /** Its reference; "": it had none. */
  sku: string;
  options: readonly VariantOption[];
}

/** A SKU of the channel, and the variant it stands for. */
export interface SoldOffer {
  channelSkuId: string;
  variantId: string;
  /** Null: sent before it was kept. */
  soldAs: SoldAs | null;
}

/** A product without combinations is one variant of this id: none of its combinations stands in for it. */
const WHOLE = "0";

/** New variants by the SKU that stands for a deleted one of the same product. */
export function madeAnew(
  offers: readonly SoldOffer[],
  { variants }: Pick<SourceProduct, "variants">,
): Map<string, string> {
  const present = new Set(variants.map(({ id }) => id));
  const bound = new Set(offers.map(({ variantId }) => variantId));
  const free = variants.filter(({ id }) => id !== WHOLE && !bound.has(id));
  const gone = offers.filter(({ variantId }) => variantId !== WHOLE && !present.has(variantId));
  const found = new Map<string, string>();
  if (free.length === 0) return found;
  for (const offer of gone) {
    const variantId = successorOf(offer, offers, free);
    if (variantId !== undefined) found.set(offer.channelSkuId, variantId);
  }
  const claims = [...found.values()];
  const isOnce = (id: string) => claims.filter((other) => other === id).length === 1;
  return new Map([...found].filter(([, id]) => isOnce(id)));
}

/** The one free variant that is the deleted one; undefined where that is not sure. */
function successorOf(
  { channelSkuId, soldAs }: SoldOffer,
  offers: readonly SoldOffer[],
  free: readonly SourceVariant[],
): string | undefined {
  if (!soldAs) return undefined;
  const others = offers.flatMap((other) =>
    other.channelSkuId !== channelSkuId && other.soldAs ? [other.soldAs] : [],
  );
  const { sku, options } = soldAs;
  const isOwn = sku !== "" && others.every((other) => other.sku !== sku);
  const matches = free.filter((variant) =>
    isOwn
      ? variant.sku.trim() === sku
      : (sku === "" || variant.sku.trim() === sku) && isSame(variant.options, options),
  );
  const [match] = matches;
  if (!match || matches.length > 1) return undefined;
  if (!isOwn && options.length === 0) return undefined;
  // A reference that now stands on what another SKU was sold as may have been swapped.
  const isAnothers = others.some((other) => isSame(other.options, match.options));
  const hasRival = free.some((one) => one !== match && isSame(one.options, options));
  return isAnothers || hasRival ? undefined : match.id;
}

function isSame(a: readonly VariantOption[], b: readonly VariantOption[]): boolean {
  const keyOf = (options: readonly VariantOption[]) =>
    JSON.stringify(
      options.map(({ name, value }) => [comparable(name), comparable(value)]).toSorted(),
    );
  return a.length > 0 && keyOf(a) === keyOf(b);
}
