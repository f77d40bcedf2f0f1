import { SyncError } from "../../domain/errors/sync-error";
import { text, unexpectedShape, type Row } from "./json";
import type { Query, StoreClient } from "./request";

/** Rows of one request, so that none costs the store more than a page of products does. */
export const ROWS_PER_REQUEST = {
  /** Without `display` no object is built for an id: some 60 KB, in a third of a second. */
  ids: 5_000,
  /** About 150 KB of JSON. */
  stock: 2_000,
  /** Whole, with computed prices. */
  combinations: 300,
  /** A few fields of something small, such as a category or a carrier. */
  small: 500,
} as const;

/** More rows of one list than any store of a merchant has: such an answer would never end. */
const MOST_ROWS = 1_000_000;

/** Every row of a list, as `eachPart` reads it. */
export async function listAll(
  client: StoreClient,
  resource: string,
  query: Query,
  rowsPerRequest: number = ROWS_PER_REQUEST.small,
  expected = Infinity,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  const take = (rows: readonly Row[]) => void all.push(...rows);
  await eachPart(client, resource, query, { rowsPerRequest, expected, take });
  return all;
}

interface Parts {
  rowsPerRequest: number;
  /** How many rows there are, where another answer told: it saves asking for what follows a full last part. */
  expected?: number;
  /** Is given one part after the other, and may let go of it. */
  take(rows: readonly Row[]): void | Promise<void>;
}

/**
 * Every row of a list, a bounded part of it in each request. The store builds an object for each row
 * that `display` asks fields of, so a list that grows with the shop is never asked for at once: the
 * next part begins behind the last id. `query` may not filter by id.
 */
export async function eachPart(
  client: StoreClient,
  resource: string,
  query: Query,
  { rowsPerRequest, expected = Infinity, take }: Parts,
): Promise<void> {
  let count = 0;
  for (let after = ""; ;) {
    const rows = await client.list(resource, {
      ...query,
      sort: "[id_ASC]",
      limit: rowsPerRequest,
      ...(after === "" ? {} : { "filter[id]": `>[${after}]` }),
    });
    count += rows.length;
    await take(rows);
    if (rows.length < rowsPerRequest || count >= expected) return;
    const last = rows.map((row) => text(row, "id")).findLast(Boolean) ?? "";
    // A store that leaves the filter out of account would answer its first rows for ever.
    if (last === after || Number(last) <= Number(after)) throw unexpectedShape(resource);
    if (count > MOST_ROWS)
      throw new SyncError("merchant", "prestashop.answer_too_large", { resource });
    after = last;
  }
}
