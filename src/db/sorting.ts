/** Lists in another order than the usual one, walked by the key of a row and its id. */
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { SyncError } from "../domain/errors/sync-error";

/** What rows are ordered by; the id breaks ties. */
export interface Sorting {
  key: SQL;
  isText: boolean;
  isDescending: boolean;
}

/** Where a row stands in such a list. */
export interface Place {
  key: string | number;
  id: string;
}

export const placeText = ({ key, id }: Place): string => `${key}~${id}`;

/** Condition and order of the rows behind a place; throws SyncError("merchant", "request.invalid"). */
export function walkSorted(
  { key, isText, isDescending }: Sorting,
  id: SQLWrapper,
  cursor: string | undefined,
): { isBehind: SQL | undefined; orderBy: SQL[] } {
  const place = readPlace(cursor, isText);
  const sign = sql.raw(isDescending ? "<" : ">");
  const direction = sql.raw(isDescending ? "DESC" : "ASC");
  return {
    // The key alone as well: an index over an expression is walked to by it, not by a row value.
    isBehind:
      place &&
      sql`${key} ${sign}= ${place.key} AND (${key}, ${id}) ${sign} (${place.key}, ${place.id})`,
    orderBy: [sql`${key} ${direction}`, sql`${id} ${direction}`],
  };
}

/** A place in another order is none in this one. */
function readPlace(cursor: string | undefined, isText: boolean): Place | undefined {
  if (!cursor) return undefined;
  const at = cursor.lastIndexOf("~");
  const [key, id] = [cursor.slice(0, at), cursor.slice(at + 1)];
  if (at < 0 || id === "" || (!isText && !/^-?\d{1,16}$/.test(key)))
    throw new SyncError("merchant", "request.invalid", { fields: ["cursor"] });
  return { key: isText ? key : Number(key), id };
}
