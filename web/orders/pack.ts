import { signal } from "@preact/signals";
import type { Answer } from "../api/client";
import type { Sent } from "../../src/contract/contract";
import type { OrderDetail } from "../../src/contract/orders";
import type { OrderModel } from "./orders";

export type Carrier = Answer<"GET /api/connections/:id/carriers">["carriers"][number];
export interface ParcelsProps {
  order: Pick<OrderDetail, "lines" | "parcels" | "shipping">;
  model: Pick<InstanceType<typeof OrderModel>, "pack" | "readCarriers">;
}

type Parcels = Sent<"POST /api/connections/:id/orders/:orderId/parcels", "body">["parcels"];

/** A plan of parcels as it is typed: units that wait, each in the first parcel until it is put elsewhere. */
export function createPack(
  order: Pick<OrderDetail, "lines" | "parcels">,
  carriers: readonly Carrier[],
) {
  const units = unitsOf(order);
  const blank = { carrierReference: carriers[0]?.reference ?? "", trackingNumber: "" };
  const parcels = signal([blank, blank].slice(0, Math.max(1, units.length)));
  const into = signal<ReadonlyMap<string, number>>(new Map());
  const put = (id: string, at: number) => {
    into.value = new Map(into.value).set(id, at);
  };
  const add = () => {
    parcels.value = [...parcels.value, blank];
  };
  const removeLast = () => {
    parcels.value = parcels.value.slice(0, -1);
    const last = parcels.value.length - 1;
    into.value = new Map([...into.value].map(([id, at]) => [id, Math.min(at, last)]));
  };
  const change = (at: number, part: Partial<typeof blank>) => {
    parcels.value = parcels.value.map((one, index) => (index === at ? { ...one, ...part } : one));
  };
  /** Null: a parcel lacks units, carrier or number, or has the number of another. */
  const toSend = (): Parcels | null => {
    const packed = parcels.value.map((parcel, at) => ({
      ...parcel,
      trackingNumber: parcel.trackingNumber.trim(),
      lineIds: units.filter(({ id }) => (into.value.get(id) ?? 0) === at).map(({ id }) => id),
    }));
    const numbers = new Set(packed.map(({ trackingNumber }) => trackingNumber));
    const isWhole = packed.every(
      (one) => one.lineIds.length > 0 && one.carrierReference && one.trackingNumber,
    );
    return isWhole && numbers.size === packed.length ? packed : null;
  };
  return { units, parcels, into, put, add, removeLast, change, toSend };
}

/** What waits for a parcel; units of one variant are counted from 1. */
function unitsOf({ lines, parcels }: Pick<OrderDetail, "lines" | "parcels">) {
  const sent = new Set(parcels.flatMap(({ lineIds }) => lineIds));
  const counts = new Map<string, number>();
  return lines
    .filter(({ id, isCancelled }) => !isCancelled && !sent.has(id))
    .map(({ id, name, variantName, channelSkuId }) => {
      const unit = (counts.get(channelSkuId) ?? 0) + 1;
      counts.set(channelSkuId, unit);
      return { id, name: [name, variantName].filter(Boolean).join(", "), unit };
    });
}
