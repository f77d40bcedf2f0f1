/**
 * Rows written before searches had their own text, found by partial indexes that are empty once the
 * last one is folded. Nothing else of a row is touched: neither its revision nor when it changed.
 */
import { isNull, sql } from "drizzle-orm";
import { productSearchText } from "../../domain/catalogue/product-search";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { ChannelOrder } from "../../domain/orders/channel-order";
import { orderSearchText } from "../../domain/orders/order-search";
import { foldText } from "../../domain/search-text";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { salesOrder } from "../schema/orders";

/** Gives `limit` products their text, of any connection; answers how many had none. */
export async function foldProducts(db: Database, limit: number): Promise<number> {
  const { connectionId, productId, body } = product;
  const rows = await db
    .select({ connectionId, productId, body })
    .from(product)
    .where(isNull(product.searchText))
    .limit(limit);
  const texts = rows.map(({ body: stored, ...key }) => ({
    ...key,
    text: productSearchText(stored as SourceProduct),
  }));
  // A row that a pull wrote meanwhile has its text already.
  await db.run(sql`
    UPDATE product SET search_text = folded.value->>'text'
    FROM json_each(${JSON.stringify(texts)}) AS folded
    WHERE product.connection_id = folded.value->>'connectionId'
      AND product.product_id = folded.value->>'productId' AND product.search_text IS NULL`);
  return rows.length;
}

/** The same for orders. A buyer who was forgotten meanwhile stays so. */
export async function foldOrders(db: Database, limit: number): Promise<number> {
  const { connectionId, channelOrderId, sourceReference, trackingNumber, buyerName, body } =
    salesOrder;
  const rows = await db
    .select({ connectionId, channelOrderId, sourceReference, trackingNumber, buyerName, body })
    .from(salesOrder)
    .where(isNull(salesOrder.searchText))
    .limit(limit);
  const texts = rows.map((row) => ({
    connectionId: row.connectionId,
    channelOrderId: row.channelOrderId,
    buyerName: row.buyerName,
    buyer: foldText(row.buyerName),
    text: orderSearchText({ ...row, body: row.body as ChannelOrder }),
  }));
  await db.run(sql`
    UPDATE sales_order SET search_text = folded.value->>'text',
      search_buyer = CASE WHEN buyer_name = folded.value->>'buyerName'
        THEN folded.value->>'buyer' ELSE '' END
    FROM json_each(${JSON.stringify(texts)}) AS folded
    WHERE sales_order.connection_id = folded.value->>'connectionId'
      AND sales_order.channel_order_id = folded.value->>'channelOrderId'
      AND sales_order.search_text IS NULL`);
  return rows.length;
}
