import type { SourceShipment } from "../source";
import { readCarriers, type StoreCarrier } from "./carriers";
import { count, flag, text, type Row } from "./json";
import { chunks } from "./chunks";
import { listAll } from "./list-all";
import { readApart } from "./read-apart";
import type { StoreClient } from "./request";
import type { StoreFacts } from "./store-facts";

/**
 * Fulfilment of orders: two requests per 100 orders, and two for states and carriers. One that cannot
 * be read is left out and does not cost the others. The tracking
 * number is read from `order_carriers`, because entering one does not touch the order's date.
 */
export async function readShipments(
  client: StoreClient,
  facts: StoreFacts,
  orderIds: readonly string[],
): Promise<readonly SourceShipment[]> {
  if (orderIds.length === 0) return [];
  const [states, carriers] = await Promise.all([
    listAll(client, "order_states", { display: "[id,shipped]" }),
    readCarriers(client),
  ]);
  const shipped = new Set(
    states.filter((row) => flag(row, "shipped")).map((row) => text(row, "id")),
  );
  const found: SourceShipment[] = [];
  for (const part of chunks(orderIds)) {
    const [orders, parcels] = await Promise.all([
      readApart(part, (ids) =>
        client.list("orders", {
          display: "[id,current_state]",
          "filter[id]": `[${ids.join("|")}]`,
          sort: "[id_ASC]",
        }),
      ),
      readApart(part, (ids) =>
        listAll(client, "order_carriers", {
          display: "[id,id_order,id_carrier,tracking_number]",
          "filter[id_order]": `[${ids.join("|")}]`,
        }),
      ),
    ]);
    const known = { shipped, carriers, facts };
    // An order whose parcels cannot be read would look as if it had lost its tracking number.
    for (const order of orders.rows)
      if (!parcels.unreadable.has(text(order, "id")))
        found.push(toShipment(order, parcels.rows, known));
  }
  return found;
}

interface Known {
  shipped: ReadonlySet<string>;
  carriers: readonly StoreCarrier[];
  facts: StoreFacts;
}

function toShipment(order: Row, parcels: readonly Row[], known: Known): SourceShipment {
  const orderId = text(order, "id");
  const orderStateId = text(order, "current_state");
  const own = parcels
    .filter((row) => text(row, "id_order") === orderId)
    .toSorted((a, b) => count(a, "id") - count(b, "id"));
  const parcel = own.findLast((row) => text(row, "tracking_number").trim() !== "") ?? own.at(-1);
  const carrierId = parcel ? text(parcel, "id_carrier") : "";
  const carrier = known.carriers.find(({ id }) => id === carrierId);
  const { cancelled, delivered } = known.facts.states;
  return {
    orderId,
    orderStateId,
    isShipped: known.shipped.has(orderStateId),
    isDelivered: orderStateId === delivered,
    isCancelled: orderStateId === cancelled,
    parcels: [
      {
        contents: null,
        trackingNumber: parcel ? text(parcel, "tracking_number").trim() : "",
        carrierReference: carrier?.reference ?? "",
        carrierName: carrier?.name ?? "",
      },
    ],
  };
}
