import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { SyncError } from "../domain/errors/sync-error";

/** Where a page ended: a time (epoch ms) and the id that breaks ties. */
export interface Cursor {
  at: number;
  id: string;
}

export function cursorText(at: number, id: string): string {
  return `${at}~${id}`;
}

/** Throws SyncError("merchant", "request.invalid") on a text we did not write. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  const match = /^(\d{1,16})~(.{1,200})$/.exec(text);
  if (!match?.[1] || !match[2])
    throw new SyncError("merchant", "request.invalid", { fields: ["cursor"] });
  return { at: Number(match[1]), id: match[2] };
}

/** The rows behind the cursor, newest first; a row value, so the index walks straight to them. */
export function olderThan(
  at: SQLWrapper,
  id: SQLWrapper,
  cursor: Cursor | undefined,
): SQL | undefined {
  return cursor && sql`(${at}, ${id}) < (${cursor.at}, ${cursor.id})`;
}
