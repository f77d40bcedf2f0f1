import type { StoreState } from "../../domain/orders/store-changes";
import type { SourceShipment } from "../source";
import { readCarriers, type StoreCarrier } from "./carriers";
import { count, flag, localized, text, type Row } from "./json";
import { ORDER_FIELDS, toOrderRow } from "./orders/order-row";
import { toFigures } from "./orders/read-order-figures";
import { chunks } from "./chunks";
import { listAll } from "./list-all";
import { listApart } from "./list-apart";
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
    readStates(client, facts.languageId),
    readCarriers(client),
  ]);
  const found: SourceShipment[] = [];
  for (const part of chunks(orderIds)) {
    const [orders, parcels] = await Promise.all([
      readApart(part, (ids) =>
        client.list("orders", {
          display: `[id_currency,${ORDER_FIELDS}]`,
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
    const known = { states, carriers, facts };
    // An order whose parcels cannot be read would look as if it had lost its tracking number.
    for (const order of orders.rows)
      if (!parcels.unreadable.has(text(order, "id")))
        found.push(toShipment(order, parcels.rows, known));
  }
  return found;
}

type State = StoreState & { isShipped: boolean };

async function readStates(
  client: StoreClient,
  languageId: string,
): Promise<ReadonlyMap<string, State>> {
  const { rows } = await listApart(client, "order_states", {
    display: "[id,name,paid,shipped,unremovable]",
    language: languageId,
  });
  return new Map(
    rows.map((row) => [
      text(row, "id"),
      {
        id: text(row, "id"),
        name: localized(row, "name", languageId),
        isPaid: flag(row, "paid"),
        isShipped: flag(row, "shipped"),
        isOwn: !flag(row, "unremovable"),
      },
    ]),
  );
}

interface Known {
  states: ReadonlyMap<string, State>;
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
  const { isShipped = false, ...state } = known.states.get(orderStateId) ?? {
    id: orderStateId,
    name: orderStateId,
    isPaid: false,
    isOwn: true,
  };
  return {
    orderId,
    state,
    ...toPresent(order, known.facts),
    isShipped,
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

/** Lines and sum of the order as they are now; an order without rows is empty only if it costs nothing. */
function toPresent(order: Row, facts: StoreFacts): Pick<SourceShipment, "contents" | "figures"> {
  const currency = facts.currencies.find(({ id }) => id === text(order, "id_currency"));
  if (!currency) return {};
  const row = toOrderRow(order, currency.code);
  const figures = toFigures(row);
  if (row.rows.length === 0 && row.productsMinor !== 0) return { figures };
  const contents = row.rows.map(({ productId, variantId, quantity: units }) => ({
    productId,
    variantId,
    units,
  }));
  return { contents, figures };
}
