import { SyncError } from "../../../domain/errors/sync-error";
import type { SourceOrderState } from "../../source";
import { flag, text, localized } from "../json";
import { listApart } from "../list-apart";
import type { StoreClient } from "../request";

/** The states of the store that are in use, named in the given language, "" where it has no name. One request. */
export async function readOrderStates(
  client: StoreClient,
  languageId: string,
): Promise<readonly SourceOrderState[]> {
  const { rows } = await listApart(
    client,
    "order_states",
    { display: "[id,name,paid,shipped,deleted]", language: languageId },
    { display: "[id,paid,shipped,deleted]" },
  );
  return rows
    .filter((row) => text(row, "id") !== "" && !flag(row, "deleted"))
    .map((row) => ({
      id: text(row, "id"),
      name: localized(row, "name", languageId),
      isPaid: flag(row, "paid"),
      isShipped: flag(row, "shipped"),
    }));
}

/**
 * Ids of the states that count as paid. Throws SyncError("merchant", "prestashop.state_missing")
 * when the wanted one is not among them: an order in it would look unpaid to the store.
 */
export async function readPaidStates(
  client: StoreClient,
  languageId: string,
  wanted: string | undefined,
): Promise<ReadonlySet<string>> {
  const states = await readOrderStates(client, languageId);
  const paid = new Set(states.filter(({ isPaid }) => isPaid).map(({ id }) => id));
  if (wanted !== undefined && !paid.has(wanted))
    throw new SyncError("merchant", "prestashop.state_missing", { orderStateId: wanted });
  return paid;
}
