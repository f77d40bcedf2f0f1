/** Parcels of an order: what the store packed, and what the channel was notified of each. */
import type { ChannelOrder } from "./channel-order";
import { openLines, type VariantLink } from "./order-draft";

/** Units of one line of the channel's order. */
export interface ParcelLine {
  lineId: string;
  units: number;
}

export interface Parcel {
  lines: readonly ParcelLine[];
  trackingNumber: string;
  carrierReference: string;
  carrierName: string;
  /** What the channel was notified of last; null: of nothing yet. `at`: epoch ms. */
  notified: { trackingNumber: string; packageId: string; at: number } | null;
}

/** A parcel of the seller's own carrier as a person packs it; each line is one unit. */
export interface PackedByHand {
  lineIds: readonly string[];
  trackingNumber: string;
  carrierReference: string;
}

/** One of a plan; `packageId`: what the channel made of it, absent until it was sent. */
export type PlannedParcel = PackedByHand & { packageId?: string };

/** A parcel as the store has it. */
export interface PackedParcel {
  /** Units by variant; null: all that is in the order. */
  contents: readonly (VariantLink & { units: number })[] | null;
  trackingNumber: string;
  carrierReference: string;
  carrierName: string;
}

/** Every open line of an order, as one parcel holds them. */
export function allLines(order: Pick<ChannelOrder, "lines">): ParcelLine[] {
  return openLines(order).map(({ id }) => ({ lineId: id, units: 1 }));
}

/**
 * The store's parcels in the words of the channel's order. A line is in one parcel only; what the
 * channel was notified of stays with the parcel that shares a line with the known one, or stands in
 * its place. `links` is asked only where the store says what is in a parcel.
 */
export function packParcels(
  order: Pick<ChannelOrder, "lines">,
  packed: readonly PackedParcel[],
  links: () => ReadonlyMap<string, VariantLink>,
  known: readonly Parcel[],
): Parcel[] {
  const free = new Set(openLines(order));
  const unclaimed = new Set(known);
  return packed.map(({ contents, ...shown }, index) => {
    const lines = contents === null ? allLines(order) : contents.flatMap(takeLines);
    const earlier = [...unclaimed].find((parcel) => sharesLine(parcel, lines)) ?? known[index];
    const isFree = earlier !== undefined && unclaimed.delete(earlier);
    return { lines, ...shown, notified: isFree ? earlier.notified : null };
  });

  function takeLines({ productId, variantId, units }: VariantLink & { units: number }) {
    const own = [...free].filter(({ channelSkuId }) => {
      const link = links().get(channelSkuId);
      return link?.productId === productId && link.variantId === variantId;
    });
    // The channel lists one row a unit.
    return own.slice(0, units).map((line) => {
      free.delete(line);
      return { lineId: line.id, units: 1 };
    });
  }
}

function sharesLine(parcel: Parcel, lines: readonly ParcelLine[]): boolean {
  return parcel.lines.some(({ lineId }) => lines.some((line) => line.lineId === lineId));
}

const NO_PARCEL: Parcel = {
  lines: [],
  trackingNumber: "",
  carrierReference: "",
  carrierName: "",
  notified: null,
};

/** The parcel whose number stands for the order: the last with a number, else the last. */
export function shownParcel(parcels: readonly Parcel[]): Parcel {
  return (
    parcels.findLast(({ trackingNumber }) => trackingNumber.trim() !== "") ??
    parcels.at(-1) ??
    NO_PARCEL
  );
}

/** Its number; "" where none has one. */
export const shownNumber = (parcels: readonly Pick<Parcel, "trackingNumber">[]): string =>
  parcels.findLast(({ trackingNumber }) => trackingNumber.trim() !== "")?.trackingNumber.trim() ??
  "";

/** The parcels once the channel was notified of the shown one. */
export function withNotified(
  parcels: readonly Parcel[],
  notified: NonNullable<Parcel["notified"]>,
): Parcel[] {
  const shown = shownParcel(parcels);
  if (!parcels.includes(shown)) return [{ ...shown, notified }];
  return parcels.map((parcel) => (parcel === shown ? { ...parcel, notified } : parcel));
}
