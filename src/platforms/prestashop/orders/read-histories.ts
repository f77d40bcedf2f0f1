import { asSyncError } from "../../../domain/errors/sync-error";
import { text } from "../json";
import { listAll } from "../list-all";
import { readApart, type ReadApart } from "../read-apart";
import type { Row } from "../json";
import type { StoreClient } from "../request";

/**
 * Every state that these orders were put into, oldest first, the present one among them: one request
 * for 500 changes. Undefined where the key may not read them.
 */
export async function readHistories(
  client: StoreClient,
  orderIds: readonly string[],
): Promise<ReadApart<Row> | undefined> {
  if (orderIds.length === 0) return { rows: [], unreadable: new Map() };
  try {
    return await readApart(orderIds, (ids) =>
      listAll(client, "order_histories", {
        display: "[id,id_order,id_order_state]",
        "filter[id_order]": `[${ids.join("|")}]`,
      }),
    );
  } catch (caught) {
    if (asSyncError(caught).code !== "prestashop.permission_missing") throw caught;
    return undefined;
  }
}

/** Ids of the states of one order, oldest first. */
export function stateIdsOf({ rows }: ReadApart<Row>, orderId: string): readonly string[] {
  return rows
    .filter((row) => text(row, "id_order") === orderId)
    .map((row) => text(row, "id_order_state"));
}
