import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { product } from "../schema/catalogue";

/** The first products held for a connection: by what a catalogue is known again. */
export async function sampleProducts(
  db: Database,
  connectionId: string,
  limit: number,
): Promise<{ id: string; name: string; skus: string[] }[]> {
  const rows = await db
    .select({ id: product.productId, name: product.name, skus: product.skus })
    .from(product)
    .where(and(eq(product.connectionId, connectionId), isNull(product.deletedAt)))
    .orderBy(asc(product.productId))
    .limit(limit);
  return rows.map((row) => ({ ...row, skus: row.skus.split(" ").filter(Boolean) }));
}
