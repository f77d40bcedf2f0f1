/**
 * What changes of an order after its import, by the webservice: where it goes, who carries it and
 * under which number. Each is looked at first, so a repeat writes nothing.
 */
import { SyncError } from "../../../domain/errors/sync-error";
import type { BuyerAddress } from "../../../domain/orders/channel-order";
import type { OrderChange } from "../../source";
import { readCarriers } from "../carriers";
import { flag, text, type Row } from "../json";
import type { StoreClient } from "../request";
import { findCarrier } from "./choose-carrier";
import { inOneLine } from "./clean-text";
import { createBuyer, NO_IDENTIFICATION } from "./create-buyer";
import { addressFields, readCountry } from "./order-address";

/**
 * Throws SyncError("merchant") with `prestashop.order_missing`, `.country_missing`,
 * `.carrier_missing` or, where the order has no parcel, `.parcel_missing`. Three to six requests.
 */
export async function changeOrder(
  client: StoreClient,
  orderId: string,
  { address, parcel }: OrderChange,
): Promise<void> {
  const [order] = await client.list("orders", {
    display: "[id,id_customer,id_address_delivery,id_carrier]",
    "filter[id]": orderId,
  });
  if (!order) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  if (address) await moveTo(client, order, address);
  if (parcel) await changeParcel(client, order, parcel);
}

/**
 * The order gets an address of its own: the one it was made with stays with the invoice. One that
 * an earlier try left is taken again.
 */
async function moveTo(client: StoreClient, order: Row, address: BuyerAddress): Promise<void> {
  const place = await readCountry(client, address);
  const wanted = addressFields(address, place);
  const known = await client.list("addresses", {
    display: `[id,alias,deleted,${Object.keys(wanted).join(",")}]`,
    "filter[id_customer]": text(order, "id_customer"),
    sort: "[id_ASC]",
  });
  const nowId = text(order, "id_address_delivery");
  const own = known.find((row) => text(row, "id") === nowId);
  const isWanted = (row: Row) =>
    Object.entries(wanted).every(([field, value]) => said(row, field) === String(value ?? ""));
  if (own && isWanted(own)) return;
  const left = known.find((row) => !flag(row, "deleted") && isWanted(row));
  const made =
    left ??
    (await createBuyer(client, "addresses", {
      id_customer: text(order, "id_customer"),
      ...wanted,
      dni: place.needsIdentification ? NO_IDENTIFICATION : null,
      alias: (own && text(own, "alias")) || "Weft",
    }));
  const id_address_delivery = text(made, "id");
  await client.update("orders", "order", { id: text(order, "id"), id_address_delivery });
}

/** As it would be written today: no province is 0 in the store, and merchants type double spaces. */
function said(row: Row, field: string): string {
  const value = inOneLine(text(row, field));
  return field === "id_state" && value === "0" ? "" : value;
}

async function changeParcel(
  client: StoreClient,
  order: Row,
  { carrierReference, trackingNumber }: NonNullable<OrderChange["parcel"]>,
): Promise<void> {
  const orderId = text(order, "id");
  const [parcels, carriers] = await Promise.all([
    client.list("order_carriers", {
      display: "[id,id_carrier,tracking_number]",
      "filter[id_order]": orderId,
      sort: "[id_ASC]",
    }),
    carrierReference === undefined ? [] : readCarriers(client),
  ]);
  const parcel = parcels.at(-1);
  if (!parcel) throw new SyncError("merchant", "prestashop.parcel_missing", { orderId });
  const carrierId =
    carrierReference === undefined ? undefined : findCarrier(carriers, carrierReference);
  const changed = {
    ...(carrierId !== undefined && carrierId !== text(parcel, "id_carrier")
      ? { id_carrier: carrierId }
      : {}),
    ...(trackingNumber !== undefined && trackingNumber !== text(parcel, "tracking_number")
      ? { tracking_number: trackingNumber }
      : {}),
  };
  if (Object.keys(changed).length > 0)
    await client.update("order_carriers", "order_carrier", { id: text(parcel, "id"), ...changed });
  if (carrierId !== undefined && carrierId !== text(order, "id_carrier"))
    await client.update("orders", "order", { id: orderId, id_carrier: carrierId });
}
