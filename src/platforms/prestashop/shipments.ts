import type { SourceShipment } from "../source";
import { readCarriers, type StoreCarrier } from "./carriers";
import { count, flag, text, type Row } from "./json";
import { chunks } from "./chunks";
import type { StoreClient } from "./request";
import type { StoreFacts } from "./store-facts";

/**
 * Fulfilment of orders: two requests per 100 orders, and two for states and carriers. The tracking
 * number is read from `order_carriers`, because entering one does not touch the order's date.
 */
export async function readShipments(
  client: StoreClient,
  facts: StoreFacts,
  orderIds: readonly string[],
): Promise<readonly SourceShipment[]> {
  if (orderIds.length === 0) return [];
  const [states, carriers] = await Promise.all([
    client.list("order_states", { display: "[id,shipped]", sort: "[id_ASC]" }),
    readCarriers(client),
  ]);
  const shipped = new Set(
    states.filter((row) => flag(row, "shipped")).map((row) => text(row, "id")),
  );
  const found: SourceShipment[] = [];
  for (const part of chunks(orderIds)) {
    const [orders, parcels] = await Promise.all([
      client.list("orders", {
        display: "[id,current_state]",
        "filter[id]": `[${part.join("|")}]`,
        sort: "[id_ASC]",
      }),
      client.list("order_carriers", {
        display: "[id,id_order,id_carrier,tracking_number]",
        "filter[id_order]": `[${part.join("|")}]`,
        sort: "[id_ASC]",
      }),
    ]);
    const known = { shipped, carriers, facts };
    for (const order of orders) found.push(toShipment(order, parcels, known));
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
