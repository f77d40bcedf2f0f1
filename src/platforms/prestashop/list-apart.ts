/** A whole list of small things, of which one may make the store fail for all. */
import { asSyncError } from "../../domain/errors/sync-error";
import { chunks } from "./chunks";
import { text, type Row } from "./json";
import { listAll } from "./list-all";
import { mayBeOne, readApart, type ReadApart } from "./read-apart";
import type { Query, StoreClient } from "./request";

/**
 * As `listAll`, but where the list fails its rows are read by id, and one that cannot be read even alone
 * is left out and named. `plain`: the same without what is translated, by which such a one is asked for again:
 * a store fails where a row of its texts is missing. Throws what the store answers where it answers nothing
 * at all.
 */
export async function listApart(
  client: StoreClient,
  resource: string,
  query: Query,
  plain?: Query,
): Promise<ReadApart<Row>> {
  try {
    return { rows: await listAll(client, resource, query), unreadable: new Map() };
  } catch (caught) {
    if (!mayBeOne(asSyncError(caught))) throw caught;
    // Without `display` the store builds no object, so this list does not fail for one of them.
    const listed = await listAll(client, resource, {});
    const ids = listed.map((row) => text(row, "id")).filter(Boolean);
    const found = await readByIds(client, resource, query, ids);
    if (!plain || found.unreadable.size === 0) return found;
    const left = await readByIds(client, resource, plain, [...found.unreadable.keys()]);
    return { rows: [...found.rows, ...left.rows], unreadable: left.unreadable };
  }
}

/** The rows of these ids, so many in one request. One id alone that fails is that one's fault. */
export async function readByIds(
  client: StoreClient,
  resource: string,
  query: Query,
  ids: readonly string[],
): Promise<ReadApart<Row>> {
  const read = (some: readonly string[]) =>
    client.list(resource, {
      ...query,
      sort: "[id_ASC]",
      "filter[id]": `[${some.join("|")}]`,
    });
  const rows: Row[] = [];
  const unreadable = new Map<string, ReturnType<typeof asSyncError>>();
  for (const part of chunks(ids)) {
    const found = part.length > 1 ? await readApart(part, read) : await readOne(part, read, isWell);
    rows.push(...found.rows);
    for (const [id, error] of found.unreadable) unreadable.set(id, error);
  }
  return { rows, unreadable };

  async function isWell(): Promise<boolean> {
    return client.list(resource, { limit: 1 }).then(
      () => true,
      () => false,
    );
  }
}

async function readOne(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  isWell: () => Promise<boolean>,
): Promise<ReadApart<Row>> {
  try {
    return { rows: await read(ids), unreadable: new Map() };
  } catch (caught) {
    const error = asSyncError(caught);
    if (!mayBeOne(error) || !(await isWell())) throw error;
    return { rows: [], unreadable: new Map(ids.map((id) => [id, error])) };
  }
}
