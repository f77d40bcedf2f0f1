import { SyncError } from "../../../domain/sync-error";
import { text, type Row } from "../json";
import { chunks } from "../products";
import type { ShopClient } from "../request";
import { FACTOR_SCALE } from "./plan-lines";

export interface TaxPlace {
  countryId: string;
  stateId: string;
}

/**
 * 1 + tax rate of each product at a place, times FACTOR_SCALE: the shop prices the product with and
 * without tax there, so its own rules decide, those of a tax module included. One request per 100.
 * Throws SyncError("merchant", "prestashop.product_missing") with the ids the shop does not know.
 */
export async function readTaxFactors(
  client: ShopClient,
  productIds: readonly string[],
  place: TaxPlace,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(productIds)];
  const reads = chunks(wanted).map((part) =>
    client.list("products", {
      display: "[id,price,gross,net]",
      "filter[id]": `[${part.join("|")}]`,
      sort: "[id_ASC]",
      ...pricedAt("gross", 1, place),
      ...pricedAt("net", 0, place),
    }),
  );
  const rows = (await Promise.all(reads)).flat();
  const factors = new Map(rows.map((row) => [text(row, "id"), toFactor(row)]));
  const missing = wanted.filter((id) => !factors.has(id));
  if (missing.length > 0)
    throw new SyncError("merchant", "prestashop.product_missing", { productIds: missing });
  return factors;
}

function pricedAt(name: string, useTax: 0 | 1, { countryId, stateId }: TaxPlace) {
  return {
    [`price[${name}][use_tax]`]: useTax,
    [`price[${name}][use_reduction]`]: 0,
    [`price[${name}][use_ecotax]`]: 0,
    [`price[${name}][decimals]`]: 6,
    [`price[${name}][country]`]: countryId,
    [`price[${name}][state]`]: stateId,
  };
}

/** A product given away has no price to compare, and none to take tax out of. */
function toFactor(row: Row): number {
  const gross = Number(text(row, "gross"));
  const net = Number(text(row, "net"));
  return net > 0 && gross >= net ? Math.round((gross / net) * FACTOR_SCALE) : FACTOR_SCALE;
}
