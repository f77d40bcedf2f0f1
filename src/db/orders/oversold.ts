/**
 * Orders that the channel cancelled because the seller lacked the goods, and their products that nobody
 * looked at since. What is read is bounded; both lists begin with what Weft learned of last, which may be
 * long after the channel cancelled it: what is news to a person goes by that.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { oversoldCheck, oversoldSeen } from "../schema/orders";
import { readTogether } from "../read-together";

/** Older cancellations are no news. */
const NEWS_MS = 30 * 24 * 3_600_000;
const MOST_ROWS = 100;

export interface OversoldOrder {
  id: string;
  at: number;
  totalMinor: number;
  currency: string;
  /** Of the products that nobody looked at since. */
  titles: string[];
}

export interface OversoldProduct {
  channelProductId: string;
  productId: string | null;
  name: string;
  imageUrl: string | null;
  /** Units that were cancelled. */
  units: number;
  orders: number;
  /** As the store counted it last; null: it is no product of the store. */
  stock: number | null;
  /** Of its listing; null: Weft knows none. */
  status: string | null;
}

export interface OversoldNews {
  orders: OversoldOrder[];
  products: OversoldProduct[];
  /** When Weft learned of the newest of them; null: there are none. */
  newest: number | null;
  /** Up to which of those moments the person has read; null: of none. */
  seenAt: number | null;
}

/** Lines of oversold orders whose product nobody looked at since. */
const open = (connectionId: string, now: number) => sql`
  SELECT o.channel_order_id AS id, o.oversold_at AS at, o.oversold_noted_at AS noted, o.total_minor, o.currency,
    l.channel_product_id, l.product_id, l.variant_id, l.title, l.units
  FROM sales_order AS o JOIN sales_line AS l ON l.connection_id = o.connection_id
    AND l.channel_order_id = o.channel_order_id
  LEFT JOIN oversold_check AS seen ON seen.connection_id = o.connection_id
    AND seen.channel_product_id = l.channel_product_id
  WHERE o.connection_id = ${connectionId} AND o.oversold_at IS NOT NULL
    AND o.oversold_at > ${now - NEWS_MS} AND o.oversold_noted_at > coalesce(seen.checked_at, 0)`;

type OrderRowOf = Omit<OversoldOrder, "titles" | "totalMinor"> & {
  noted: number;
  total_minor: number;
  titles: string;
};
type ProductRowOf = Omit<OversoldProduct, "channelProductId" | "productId" | "imageUrl"> & {
  channel_product_id: string;
  product_id: string | null;
  image_url: string | null;
};

/** `now` in epoch ms. */
export async function readOversold(
  db: Database,
  connectionId: string,
  userId: string,
  now: number,
): Promise<OversoldNews> {
  const [orders = [], products = [], seen = []] = await readTogether(db, [
    sql`SELECT id, at, noted, total_minor, currency, json_group_array(DISTINCT title) AS titles
      FROM (${open(connectionId, now)}) GROUP BY id ORDER BY noted DESC, id LIMIT ${MOST_ROWS}`,
    sql`SELECT sold.*, coalesce(product.name, title) AS name, product.image_url,
        product.stock_total AS stock, listing.status
      FROM (SELECT channel_product_id, max(title) AS title, sum(units) AS units, max(noted) AS noted,
          count(DISTINCT id) AS orders, max(product_id) AS product_id
        FROM (${open(connectionId, now)}) GROUP BY channel_product_id) AS sold
      LEFT JOIN product ON product.connection_id = ${connectionId}
        AND product.product_id = sold.product_id
      LEFT JOIN listing ON listing.connection_id = ${connectionId}
        AND listing.channel_product_id = sold.channel_product_id
      ORDER BY noted DESC, channel_product_id LIMIT ${MOST_ROWS}`,
    sql`SELECT seen_at FROM oversold_seen
      WHERE connection_id = ${connectionId} AND user_id = ${userId}`,
  ]);
  const [last] = seen as { seen_at: number }[];
  const listed = orders as OrderRowOf[];
  return {
    newest: listed[0]?.noted ?? null,
    orders: listed.map(({ id, at, currency, total_minor: totalMinor, titles }) => ({
      id,
      at,
      currency,
      totalMinor,
      titles: JSON.parse(titles) as string[],
    })),
    products: (products as ProductRowOf[]).map((row) => ({
      channelProductId: row.channel_product_id,
      productId: row.product_id,
      name: row.name,
      imageUrl: row.image_url,
      units: row.units,
      orders: row.orders,
      stock: row.stock,
      status: row.status,
    })),
    seenAt: last?.seen_at ?? null,
  };
}

/** How many oversold orders a person has not read of, and when Weft learned of the newest (epoch ms). */
export async function countOversold(
  db: Database,
  connectionId: string,
  userId: string,
  now: number,
): Promise<{ count: number; newest: number | null }> {
  const [row] = await db.all<{ count: number; newest: number | null }>(sql`
    SELECT count(DISTINCT id) AS count, max(noted) AS newest FROM (${open(connectionId, now)})
    WHERE noted > coalesce((SELECT seen_at FROM oversold_seen
      WHERE connection_id = ${connectionId} AND user_id = ${userId}), 0)`);
  return row ?? { count: 0, newest: null };
}

/** Variants of a product that oversold orders of the last thirty days named since it was looked at. */
export const listSoldVariants = (
  db: Database,
  connectionId: string,
  channelProductId: string,
  now: number,
): Promise<{ productId: string; variantId: string }[]> =>
  db.all(sql`
    SELECT DISTINCT product_id AS productId, variant_id AS variantId
    FROM (${open(connectionId, now)}) WHERE channel_product_id = ${channelProductId}
      AND product_id IS NOT NULL AND variant_id IS NOT NULL
    LIMIT ${MOST_ROWS}`);

/** A person looked at a product: what was cancelled until now is no news of it any more. */
export async function noteChecked(
  db: Database,
  connectionId: string,
  channelProductId: string,
  checkedAt: number,
): Promise<void> {
  await db
    .insert(oversoldCheck)
    .values({ connectionId, channelProductId, checkedAt })
    .onConflictDoUpdate({
      target: [oversoldCheck.connectionId, oversoldCheck.channelProductId],
      set: { checkedAt },
    });
}

/** A person has read of what Weft learned of up to this moment; an earlier one changes nothing. */
export async function noteSeen(
  db: Database,
  connectionId: string,
  userId: string,
  seenAt: number,
): Promise<void> {
  await db
    .insert(oversoldSeen)
    .values({ connectionId, userId, seenAt })
    .onConflictDoUpdate({
      target: [oversoldSeen.connectionId, oversoldSeen.userId],
      set: { seenAt: sql`max(${oversoldSeen.seenAt}, ${seenAt})` },
    });
}
