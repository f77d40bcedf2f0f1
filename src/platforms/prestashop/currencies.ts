/** The currencies of a store, also where one of them cannot be read. */
import { asSyncError } from "../../domain/errors/sync-error";
import type { Row } from "./json";
import { listApart } from "./list-apart";
import { mayBeOne } from "./read-apart";
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
  const { rows, unreadable } = await listApart(client, "currencies", FIELDS).catch(
    async (caught: unknown) => {
      const error = asSyncError(caught);
      if (!mayBeOne(error)) throw error;
      // None can be read: the store's own is enough to go on.
      return { rows: [], unreadable: new Map([[await ownId(), error]]) };
    },
  );
  if (unreadable.size === 0) return rows;
  const own = await ownId();
  const error = unreadable.get(own);
  if (!error) return rows;
  const code = await codeOf(client, own);
  if (code === undefined) throw error;
  return [{ id: own, iso_code: code, conversion_rate: "1", active: "1", deleted: "0" }, ...rows];
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
