/** A product at the prices of the channel, as its listing is planned. */
import type { SourceProduct, SourceVariant } from "../catalogue/source-product";
import { decimalsOf } from "../money";
import { applyPriceRule, type PriceRule } from "../stock/price-rule";

export function pricedProduct(product: SourceProduct, rule: PriceRule | null): SourceProduct {
  if (!rule) return product;
  const variants = product.variants.map((variant) => ({
    ...variant,
    priceMinor: channelPrice(variant, rule, product.currency),
  }));
  return { ...product, variants };
}

/** What a variant costs on the channel, in minor units. */
export function channelPrice(
  { priceMinor, listPriceMinor }: Pick<SourceVariant, "priceMinor" | "listPriceMinor">,
  rule: PriceRule | null,
  currency: string,
): number {
  const store = { reduced: priceMinor, regular: listPriceMinor };
  return applyPriceRule(rule, store, decimalsOf(currency));
}
