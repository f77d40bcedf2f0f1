import { and, eq, isNull, sql } from "drizzle-orm";
import type { OrderDetail } from "../../contract/orders";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { OrderLine } from "../../domain/orders/channel-order";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import type { Link } from "./read-orders";

/** Products looked at, and choices answered: the page has a search for all others. */
const MOST_PRODUCTS = 20;
const MOST_CHOICES = 200;

/**
 * Variants of the store that lines without one are likely to be: those of the product they were of, and
 * those of any product with the same SKU. Nothing is asked where `lines` is empty.
 */
export async function listChoices(
  db: Database,
  connectionId: string,
  lines: readonly OrderLine[],
  links: ReadonlyMap<string, Link>,
): Promise<OrderDetail["choices"]> {
  if (lines.length === 0) return [];
  const ids = lines.flatMap(({ channelSkuId }) => links.get(channelSkuId)?.productId ?? []);
  const skus = new Set(lines.map(({ sellerSku }) => sellerSku).filter(Boolean));
  const isOf = sql`${product.productId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const hasSku = sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify([...skus])})
    WHERE instr(' ' || ${product.skus} || ' ', ' ' || value || ' ') > 0)`;
  const rows = await db
    .select({ body: product.body })
    .from(product)
    .where(
      and(
        eq(product.connectionId, connectionId),
        isNull(product.deletedAt),
        sql`(${isOf} OR ${hasSku})`,
      ),
    )
    .limit(MOST_PRODUCTS);
  return rows
    .flatMap(({ body }) => choicesOf(body as SourceProduct, ids, skus))
    .slice(0, MOST_CHOICES);
}

function choicesOf(
  { id, name, variants }: SourceProduct,
  productIds: readonly string[],
  skus: ReadonlySet<string>,
): OrderDetail["choices"] {
  return variants
    .filter(({ sku }) => productIds.includes(id) || skus.has(sku.trim()))
    .map((variant) => ({
      productId: id,
      variantId: variant.id,
      name: [name, ...variant.options.map(({ value }) => value)].join(", "),
      sku: variant.sku,
    }));
}
