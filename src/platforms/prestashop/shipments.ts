import { isBeforeShipping, type StateFlags } from "../../domain/orders/store-changes";
import type { PackedParcel } from "../../domain/orders/parcel";
import type { SourceShipment } from "../source";
import { readCarriers, type StoreCarrier } from "./carriers";
import { count, flag, localized, text, type Row } from "./json";
import { ORDER_FIELDS, toOrderRow } from "./orders/order-row";
import { readHistories, stateIdsOf } from "./orders/read-histories";
import { toFigures } from "./orders/read-order-figures";
import { chunks } from "./chunks";
import { listAll } from "./list-all";
import { listApart } from "./list-apart";
import { readApart } from "./read-apart";
import type { StoreClient } from "./request";
import type { StoreFacts } from "./store-facts";

/**
 * Fulfilment of orders: two requests per 100 orders, and two for states and carriers. One more asks for
 * the earlier states of those whose state says nothing. One that cannot be read is left out and does not
 * cost the others. The tracking number is read from `order_carriers`, because entering one does not touch
 * the order's date.
 */
export async function readShipments(
  client: StoreClient,
  facts: StoreFacts,
  orderIds: readonly string[],
): Promise<readonly SourceShipment[]> {
  if (orderIds.length === 0) return [];
  const [states, carriers] = await Promise.all([readStates(client, facts), readCarriers(client)]);
  const known = { states, carriers, facts };
  const found: SourceShipment[] = [];
  for (const part of chunks(orderIds)) found.push(...(await readPart(client, part, known)));
  return found;
}

async function readPart(
  client: StoreClient,
  part: readonly string[],
  known: Known,
): Promise<readonly SourceShipment[]> {
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
  // An order whose parcels cannot be read would look as if it had lost its tracking number.
  const shipments = orders.rows
    .filter((order) => !parcels.unreadable.has(text(order, "id")))
    .map((order) => toShipment(order, parcels.rows, known));
  return withEarlier(client, shipments, known);
}

/** Reads what orders were before, where their present state does not say whether they left. */
async function withEarlier(
  client: StoreClient,
  shipments: readonly SourceShipment[],
  known: Known,
): Promise<readonly SourceShipment[]> {
  const silent = new Set(shipments.filter(saysNothing).map(({ orderId }) => orderId));
  const histories = await readHistories(client, [...silent]);
  if (!histories) return shipments;
  return shipments
    .filter(({ orderId }) => !histories.unreadable.has(orderId))
    .map((shipment) => {
      if (!silent.has(shipment.orderId)) return shipment;
      const ids = stateIdsOf(histories, shipment.orderId);
      return { ...shipment, earlier: ids.map((id) => flagsOf(id, known)) };
    });
}

function saysNothing({ state, parcels, ...said }: SourceShipment): boolean {
  if (said.isShipped || said.isDelivered || said.isCancelled) return false;
  return !isBeforeShipping(
    state,
    parcels.some(({ trackingNumber }) => trackingNumber !== ""),
  );
}

async function readStates(
  client: StoreClient,
  { languageId, states: { cancelled, delivered } }: StoreFacts,
): Promise<ReadonlyMap<string, StateFlags>> {
  const { rows } = await listApart(
    client,
    "order_states",
    { display: "[id,name,paid,shipped,unremovable]", language: languageId },
    { display: "[id,paid,shipped,unremovable]" },
  );
  return new Map(
    rows.map((row) => {
      const id = text(row, "id");
      const state = {
        id,
        name: localized(row, "name", languageId) || id,
        isPaid: flag(row, "paid"),
        isOwn: !flag(row, "unremovable"),
      };
      const said = { isDelivered: id === delivered, isCancelled: id === cancelled };
      return [id, { state, isShipped: flag(row, "shipped"), ...said }];
    }),
  );
}

/** One that the store does not list, or whose row cannot be read, has its role and no marks. */
function flagsOf(id: string, { states, facts }: Known): StateFlags {
  const { cancelled, delivered } = facts.states;
  const state = { id, name: id, isPaid: false, isOwn: true };
  const said = { isDelivered: id === delivered, isCancelled: id === cancelled };
  return states.get(id) ?? { state, isShipped: false, ...said };
}

interface Known {
  states: ReadonlyMap<string, StateFlags>;
  carriers: readonly StoreCarrier[];
  facts: StoreFacts;
}

function toShipment(order: Row, parcels: readonly Row[], known: Known): SourceShipment {
  const orderId = text(order, "id");
  const own = parcels
    .filter((row) => text(row, "id_order") === orderId)
    .toSorted((a, b) => count(a, "id") - count(b, "id"));
  const numbered = own.filter((row) => text(row, "tracking_number").trim() !== "");
  const shown = numbered.length > 0 ? numbered : own.slice(-1);
  return {
    orderId,
    ...flagsOf(text(order, "current_state"), known),
    ...toPresent(order, known.facts),
    ...(own.length === 0 && { takesNoNumber: true }),
    parcels: (shown.length > 0 ? shown : [undefined]).map((row) => toParcel(row, known)),
  };
}

/** The store does not say what is in a parcel. */
function toParcel(row: Row | undefined, { carriers }: Known): PackedParcel {
  const carrierId = row ? text(row, "id_carrier") : "";
  const carrier = carriers.find(({ id }) => id === carrierId);
  return {
    contents: null,
    trackingNumber: row ? text(row, "tracking_number").trim() : "",
    carrierReference: carrier?.reference ?? "",
    carrierName: carrier?.name ?? "",
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
