/** The currencies of a store, also where one of them cannot be read. */
import { asSyncError } from "../../domain/errors/sync-error";
import { text, type Row } from "./json";
import { listAll } from "./list-all";
import { mayBeOne, readSingly } from "./read-apart";
import type { StoreClient } from "./request";

const FIELDS = { display: "[id,iso_code,conversion_rate,active,deleted]" };

/** What a shop of TikTok Shop may be paid in; the code of an unreadable currency is looked for among these. */
const CODES =
  "GBP EUR USD IDR MYR PHP SGD THB VND BRL MXN JPY PLN CHF SEK DKK NOK CZK HUF RON BGN CAD AUD".split(
    " ",
  );

/**
 * One request, or one for each 500. A currency whose name is missing in the store's language breaks the
 * whole answer (8.1 to 9, `Currency::__construct`): the others are then read without it, and of the
 * store's own, `ownId`, its code is found by filters alone, which build no object.
 */
export async function readCurrencies(
  client: StoreClient,
  ownId: () => Promise<string>,
): Promise<readonly Row[]> {
  try {
    return await listAll(client, "currencies", FIELDS);
  } catch (caught) {
    const error = asSyncError(caught);
    if (!mayBeOne(error)) throw error;
    const own = await ownId();
    const ids = (await client.list("currencies", {})).map((row) => text(row, "id"));
    const others = ids.filter((id) => id !== own);
    const read = (some: readonly string[]) =>
      client.list("currencies", { ...FIELDS, "filter[id]": `[${some.join("|")}]` });
    const isOwnBroken = await read([own]).then(
      () => false,
      () => true,
    );
    if (!isOwnBroken) return (await readSingly(ids, read, error)).rows;
    const code = await codeOf(client, own);
    if (code === undefined) throw error;
    const rest = others.length === 0 ? [] : await read(others).catch(() => []);
    return [{ id: own, iso_code: code, conversion_rate: "1", active: "1", deleted: "0" }, ...rest];
  }
}

/** Halves the codes until one is left: five requests. */
async function codeOf(client: StoreClient, id: string): Promise<string | undefined> {
  const isAmong = async (codes: readonly string[]) => {
    const query = { "filter[id]": `[${id}]`, "filter[iso_code]": `[${codes.join("|")}]` };
    return (await client.list("currencies", query)).length > 0;
  };
  let codes: readonly string[] = CODES;
  if (!(await isAmong(codes))) return undefined;
  while (codes.length > 1) {
    const half = codes.slice(0, Math.ceil(codes.length / 2));
    codes = (await isAmong(half)) ? half : codes.slice(half.length);
  }
  return codes[0];
}
