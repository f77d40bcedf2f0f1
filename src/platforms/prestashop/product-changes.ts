/**
 * Which products changed, by the webservice: those whose own row was saved. It shows neither a
 * change of a variant or a discount, which leave that row alone, nor a deletion.
 */
import type { ProductChanges } from "../source-changes";
import { listAll, ROWS_PER_REQUEST } from "./list-all";
import { text } from "./json";
import type { Query, StoreClient } from "./request";
import { windowFilter } from "./time";

const CURSOR = /^at:(\d+)$/;
/** The store's clock may be this far behind ours without a warning of the health check. */
const OVERLAP_MS = 2 * 60_000;

/** One request per 5,000 changed products. `now`: epoch ms before it is sent. */
export async function readProductChanges(
  client: StoreClient,
  timeZone: string,
  now: number,
  cursor: string | undefined,
): Promise<ProductChanges> {
  const since = CURSOR.exec(cursor ?? "")?.[1];
  const window = since === undefined ? {} : { from: Number(since) };
  const changed = windowFilter(window, timeZone);
  const query: Query = changed === undefined ? {} : { "filter[date_upd]": changed, date: 1 };
  // Without `display` the store builds no whole product for each id.
  const rows = await listAll(client, "products", query, ROWS_PER_REQUEST.ids);
  return {
    productIds: rows.map((row) => text(row, "id")).filter(Boolean),
    goneIds: [],
    cursor: `at:${now - OVERLAP_MS}`,
    isWhole: since === undefined,
    unseen: ["variants", "prices", "deletions"],
    transport: "webservice",
  };
}
