import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { storeChoice } from "../schema/connections";

/** Read at `readAt`, epoch ms. */
interface Stored<T> {
  value: T;
  readAt: number;
}

export type ChoiceKind = (typeof storeChoice.$inferSelect)["kind"];

/** What the shops of a connection offered to choose from when they were asked last. */
export function storeChoicesOf<T>(db: Database, connectionId: string, kind: ChoiceKind) {
  return {
    async find(): Promise<Stored<T> | undefined> {
      const [row] = await db
        .select({ value: storeChoice.body, readAt: storeChoice.readAt })
        .from(storeChoice)
        .where(and(eq(storeChoice.connectionId, connectionId), eq(storeChoice.kind, kind)));
      return row as Stored<T> | undefined;
    },
    async save({ value, readAt }: Stored<T>): Promise<void> {
      const set = { body: value as unknown, readAt };
      await db
        .insert(storeChoice)
        .values({ connectionId, kind, ...set })
        .onConflictDoUpdate({ target: [storeChoice.connectionId, storeChoice.kind], set });
    },
  };
}
