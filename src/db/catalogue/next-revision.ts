import { sql } from "drizzle-orm";

/**
 * What a product's revision becomes in each statement that changes what its check is made from, so that the
 * checks find the product by it.
 */
export const nextRevision = (connectionId: string) => sql`
  (SELECT coalesce(max(revision), 0) + 1 FROM product WHERE connection_id = ${connectionId})`;
