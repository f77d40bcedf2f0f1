/** What is no longer Weft's to say is not known any more: the seller may write something else there. */
import { sql } from "drizzle-orm";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import { fieldsRuledBy } from "../../domain/listings/ruled-content";
import type { ContentRules } from "../../domain/listings/sync-rules";
import type { Database } from "../database";

/** A field that says something, nobody knows what. */
const UNKNOWN = JSON.stringify({ hash: "unknown" });

/**
 * Forgets what was sent of fields, by the rule that speaks of them; where it comes back to Weft, the next
 * push sends it. Of one product, or of all listings of an origin whose product has no rule of its own.
 */
export async function forgetContent(
  db: Database,
  connectionId: string,
  of: { productId: string } | { origin: ListingOrigin },
  ruled: readonly (keyof ContentRules)[],
): Promise<void> {
  for (const rule of ruled) {
    const paths = fieldsRuledBy(rule).map((field) => `$.${field}`);
    const isKnown = sql.join(
      paths.map((path) => sql`json_type(sent, ${path}) IS NOT NULL`),
      sql` OR `,
    );
    const removed = sql.join(
      [...paths, ...(rule === "media" ? ["$.imageUris"] : [])].map((path) => sql`${path}`),
      sql`, `,
    );
    const isOf =
      "productId" in of
        ? sql`product_id = ${of.productId}`
        : sql`origin = ${of.origin} AND NOT EXISTS (SELECT 1 FROM product
            WHERE product.connection_id = listing.connection_id
              AND product.product_id = listing.product_id
              AND json_extract(product.details, ${`$.rules.update.${rule}`}) IS NOT NULL)`;
    // An absent one counts as none, which the seller may have changed as well.
    const left =
      rule === "details"
        ? sql`json_set(json_remove(sent, ${removed}), '$.minimumQuantity', json(${UNKNOWN}))`
        : sql`json_remove(sent, ${removed})`;
    await db.run(sql`
      UPDATE listing SET sent = ${left}, sent_hash = NULL
      WHERE connection_id = ${connectionId} AND ${isOf}
        AND (sent_hash IS NOT NULL OR sent IS NOT NULL AND (${isKnown}))`);
  }
}
