/**
 * How the store gets from the price of a cart row to what it charges: tax, the group's reduction,
 * ecotax. It asks the store to price the products both ways, so no rule of the store is repeated
 * here.
 */
import type { DraftLine } from "../../../domain/orders/order-draft";
import { text, type Row } from "../json";
import { chunks } from "../chunks";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { taxFactor, taxPercent } from "../tax-factor";
import type { OrderPlace } from "./order-address";
import { FACTOR_SCALE, type PriceRule } from "./plan-lines";

export interface PriceRules {
  of(productId: string, variantId: string): PriceRule;
  /** The highest tax rate among the products, in percent: "20.000". */
  highestTaxRate: string;
  /** Ids of products that the store does not have. */
  missing: readonly string[];
}

const MICROS = 1_000_000;
const NO_RULE: PriceRule = { factor: FACTOR_SCALE, ecotaxMicros: 0 };

/**
 * One request per 100 products, one for the group, one more in stores with ecotax and for products that
 * the store prices by a variant alone.
 */
export async function readPriceRules(
  client: StoreClient,
  facts: StoreFacts,
  place: OrderPlace,
  lines: readonly DraftLine[],
): Promise<PriceRules> {
  const productIds = [...new Set(lines.map((line) => line.productId))];
  const variantIds = variantsOf(lines);
  const [products, ecotaxed, [group]] = await Promise.all([
    readPriced(client, "products", productIds, place),
    facts.usesEcotax ? readPriced(client, "combinations", variantIds, place) : [],
    client.list("groups", { display: "[id,reduction]", "filter[id]": facts.guestGroupId }),
  ]);
  const byId = new Map(products.map((row) => [text(row, "id"), row]));
  // A product none of whose variants is the default one has the price 0.
  const isPriced = (row: Row | undefined) => Number(row && text(row, "net")) > 0;
  const unpriced = variantsOf(lines.filter(({ productId }) => !isPriced(byId.get(productId))));
  const variants = facts.usesEcotax
    ? ecotaxed
    : await readPriced(client, "combinations", unpriced, place);
  const byVariant = new Map(variants.map((row) => [text(row, "id"), row]));
  const reduction = (facts.usesGroups && group && Number(text(group, "reduction"))) || 0;
  return {
    of(productId, variantId) {
      const row = byId.get(productId);
      if (!row) return NO_RULE;
      const variant = byVariant.get(variantId);
      const taxed = isPriced(row) ? row : (variant ?? row);
      return toPriceRule(taxed, facts.usesEcotax ? (variant ?? row) : undefined, reduction);
    },
    highestTaxRate: taxPercent(Math.max(1, ...[...products, ...variants].map(taxOf))),
    missing: productIds.filter((id) => !byId.has(id)),
  };
}

const variantsOf = (lines: readonly DraftLine[]): readonly string[] =>
  [...new Set(lines.map(({ variantId }) => variantId))].filter((id) => id !== "0");

async function readPriced(
  client: StoreClient,
  resource: "products" | "combinations",
  ids: readonly string[],
  place: OrderPlace,
): Promise<readonly Row[]> {
  const reads = chunks(ids).map((part) =>
    client.list(resource, {
      display: "[id,price,gross,net,eco]",
      "filter[id]": `[${part.join("|")}]`,
      sort: "[id_ASC]",
      ...pricedAt("gross", { tax: 1, ecotax: 0 }, place),
      ...pricedAt("net", { tax: 0, ecotax: 0 }, place),
      ...pricedAt("eco", { tax: 1, ecotax: 1 }, place),
    }),
  );
  return (await Promise.all(reads)).flat();
}

function pricedAt(
  name: string,
  use: { tax: 0 | 1; ecotax: 0 | 1 },
  { countryId, provinceId, currency }: OrderPlace,
) {
  return {
    [`price[${name}][currency]`]: currency.id,
    [`price[${name}][use_tax]`]: use.tax,
    [`price[${name}][use_ecotax]`]: use.ecotax,
    [`price[${name}][use_reduction]`]: 0,
    [`price[${name}][decimals]`]: 6,
    [`price[${name}][country]`]: countryId,
    [`price[${name}][state]`]: provinceId,
  };
}

/**
 * From a product as the store priced it, `ecotaxed` where the store uses ecotax, and the percentage
 * the buyer's group gets off both.
 */
export function toPriceRule(row: Row, ecotaxed: Row | undefined, reduction: number): PriceRule {
  const kept = 1 - reduction / 100;
  return {
    factor: Math.max(1, Math.round(taxOf(row) * kept * FACTOR_SCALE)),
    ecotaxMicros: ecotaxed ? Math.round(ecotaxOf(ecotaxed) * kept) : 0,
  };
}

function taxOf(row: Row): number {
  return taxFactor(Number(text(row, "net")), Number(text(row, "gross")));
}

function ecotaxOf(row: Row): number {
  const added = Number(text(row, "eco")) - Number(text(row, "gross"));
  return Number.isFinite(added) && added > 0 ? Math.round(added * MICROS) : 0;
}
