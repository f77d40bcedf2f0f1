/** Parts of an order record that earlier versions of Weft stored in another shape. */
import type { ChannelOrder } from "./channel-order";
import type { ImportState } from "./order-claim";
import type { Fulfilment } from "./order-record";
import { allLines, type Parcel } from "./parcel";

/** Shape of the records written now; 0: written by 0.2 or earlier. */
export const RECORD_SHAPE = 1;

/** Up to 0.2 the transport of the store's order was stored as `via`. */
export function readStoredImport(stored: unknown): ImportState {
  const state = stored as ImportState;
  if (state.status !== "imported" || !state.storeOrder) return state;
  const { via, ...storeOrder }: typeof state.storeOrder & { via?: unknown } = state.storeOrder;
  if (via === undefined) return state;
  const transport = via === "module" ? "module" : "webservice";
  return { ...state, storeOrder: { ...storeOrder, transport } };
}

/** The fulfilment of shape 0: an order was one parcel. */
type SingleParcel = Omit<Fulfilment, "parcels"> &
  Omit<Parcel, "lines" | "notified"> & {
    told: Parcel["notified"];
  };

/** `shape`: of the record the fulfilment is part of. */
export function readStoredFulfilment(
  shape: number,
  stored: unknown,
  order: Pick<ChannelOrder, "lines">,
): Fulfilment {
  if (shape >= 1) return stored as Fulfilment;
  const single = stored as SingleParcel;
  const { trackingNumber, carrierReference, carrierName, told, ...fulfilment } = single;
  const isSeen = told !== null || trackingNumber !== "" || carrierReference !== "";
  const shown = { trackingNumber, carrierReference, carrierName, notified: told };
  return { ...fulfilment, parcels: isSeen ? [{ lines: allLines(order), ...shown }] : [] };
}
