/** Packs: products that are sold out of the stock of others. */
import { keyOfVariant, type StockLevel } from "../catalogue/source-product";
import type { VariantLink } from "../orders/order-draft";

interface PackPart {
  productId: string;
  /** "0": the product has no variants. */
  variantId: string;
  /** Of the part in one pack; at least 1. */
  units: number;
}

/** A pack that is counted by its parts. One that has its own number only is a product like any other. */
export interface Pack {
  productId: string;
  /** True where the pack has a number of its own as well: the smaller one counts. */
  countsOwn: boolean;
  parts: readonly PackPart[];
}

/** The packs whose number depends on one of these products, themselves included. */
export function packsOf(packs: readonly Pack[], productIds: readonly string[]): readonly Pack[] {
  const ids = new Set(productIds);
  return packs.filter(
    (pack) => ids.has(pack.productId) || pack.parts.some(({ productId }) => ids.has(productId)),
  );
}

/** Every product whose stock says how many of these packs there are. */
export function countedFor(packs: readonly Pack[]): readonly string[] {
  const ids = packs.flatMap(({ productId, parts }) => [
    productId,
    ...parts.map((part) => part.productId),
  ]);
  return [...new Set(ids)];
}

/**
 * Levels with the number of each pack in the place of its row; `levels` hold the stock of all that
 * is counted. A part the store has no stock of makes the pack unavailable.
 */
export function withPacks(
  packs: readonly Pack[],
  levels: readonly StockLevel[],
): readonly StockLevel[] {
  if (packs.length === 0) return levels;
  const byKey = new Map(levels.map((it) => [keyOfVariant(it), it.quantity]));
  const byId = new Map(packs.map((pack) => [pack.productId, pack]));
  return levels.map((level) => {
    const pack = byId.get(level.productId);
    if (!pack) return level;
    const whole = pack.parts.map((part) =>
      Math.floor((byKey.get(keyOfVariant(part)) ?? 0) / part.units),
    );
    return { ...level, quantity: Math.min(...whole, ...(pack.countsOwn ? [level.quantity] : [])) };
  });
}

const isSame = (one: VariantLink, other: VariantLink): boolean =>
  keyOfVariant(one) === keyOfVariant(other);

/** A pack has no variants. */
export const linkOf = ({ productId }: Pack): VariantLink => ({ productId, variantId: "0" });

/**
 * The variants of which fewer can be sold while units of `key` are promised: the packs that hold it,
 * the parts of the pack that it is, and the other packs of those.
 */
export function relatedTo(packs: readonly Pack[], key: VariantLink): readonly VariantLink[] {
  const isIn = (of: VariantLink) => (pack: Pack) =>
    isSame(linkOf(pack), of) || pack.parts.some((part) => isSame(part, of));
  const parts = packs.filter((pack) => isSame(linkOf(pack), key)).flatMap((pack) => pack.parts);
  const holders = [key, ...parts].flatMap((of) => packs.filter(isIn(of)).map(linkOf));
  const found = new Map([...parts, ...holders].map((link) => [keyOfVariant(link), link]));
  found.delete(keyOfVariant(key));
  return [...found.values()];
}

/** What is known of variants, for `reservedInPacks`. */
export interface KnownUnits {
  /** Undefined: the variant was never counted. */
  physicalOf(key: VariantLink): number | undefined;
  /** Promised units of `of` that the count of `as` does not contain. */
  reservedOf(of: VariantLink, as: VariantLink): number;
}

/**
 * Promised units of one variant, where packs are sold out of the stock of others: a promised pack
 * holds its parts, and promised parts leave fewer packs. `physical`: its own count.
 */
export function reservedInPacks(
  packs: readonly Pack[],
  key: VariantLink,
  physical: number,
  known: KnownUnits,
): number {
  const heldOf = (of: VariantLink, without?: Pack): number =>
    packs
      .filter((pack) => pack !== without)
      .flatMap((pack) => pack.parts.map((part) => ({ pack, part })))
      .filter(({ part }) => isSame(part, of))
      .reduce(
        (sum, { pack, part }) => sum + part.units * known.reservedOf(linkOf(pack), of),
        known.reservedOf(of, of),
      );
  const held = heldOf(key);
  const pack = packs.find((one) => isSame(linkOf(one), key));
  if (!pack) return held;
  const whole = pack.parts.map((part) => {
    const promised = heldOf(part, pack);
    const counted = known.physicalOf(part);
    return counted === undefined
      ? physical - Math.ceil(promised / part.units)
      : Math.floor((counted - promised) / part.units);
  });
  return held + Math.max(0, physical - Math.max(0, Math.min(...whole)));
}
