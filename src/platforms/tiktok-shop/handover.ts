/**
 * Packages and their handover where the platform ships: it gives number, carrier and label, the
 * seller says how the parcel leaves his hands. Shipping by the seller's own carrier: packages.ts.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type {
  ChannelPackage,
  DocumentKind,
  Handover,
  HandoverOptions,
  PackageState,
  ShippingDocument,
} from "../channel-package";
import { request, type Session } from "./request";
import { anything, looseFlag, looseList, looseText } from "./shapes";

const LABEL_LIFE_MS = 24 * 3_600_000;
/** On this call a foreign package is refused like a missing permission. */
const UNKNOWN_PACKAGE = new Set(["10006402", "21011028"]);
/** The number means two things: here an open after-sale, in the ship calls a refused parcel. */
const AFTER_SALE_OPEN = "21021010";

const STATES: Readonly<Record<string, PackageState>> = {
  TO_FULFILL: "waiting",
  PROCESSING: "arranged",
  FULFILLING: "in_transit",
  COMPLETED: "delivered",
  CANCELLED: "cancelled",
};

const Slot = z.object({ start_time: z.number(), end_time: z.number() });

const PackageAnswer = z.object({
  package_id: z.string().min(1),
  orders: looseList(z.object({ id: z.string() })),
  package_status: looseText,
  shipping_type: looseText,
  shipping_provider_id: looseText,
  shipping_provider_name: looseText,
  tracking_number: looseText,
  handover_method: looseText,
  pickup_slot: z
    .object({ start_time: z.number().nullish(), end_time: z.number().nullish() })
    .nullish(),
  order_line_item_ids: looseList(z.string()),
  update_time: z.number().nullish(),
});

export async function readPackages(
  session: Session,
  packageIds: readonly string[],
): Promise<readonly ChannelPackage[]> {
  const found: ChannelPackage[] = [];
  for (const packageId of packageIds) found.push(...(await readOne(session, packageId)));
  return found;
}

async function readOne(session: Session, packageId: string): Promise<ChannelPackage[]> {
  const path = `/fulfillment/202309/packages/${packageId}`;
  try {
    return [toPackage(await request(session, { method: "GET", path }, PackageAnswer))];
  } catch (caught) {
    if (caught instanceof SyncError && UNKNOWN_PACKAGE.has(String(caught.facts["vendorCode"])))
      return [];
    throw caught;
  }
}

function toPackage(raw: z.infer<typeof PackageAnswer>): ChannelPackage {
  const handover = toHandover(raw);
  return {
    id: raw.package_id,
    state: STATES[raw.package_status] ?? "waiting",
    rawState: raw.package_status,
    orderIds: raw.orders.map(({ id }) => id),
    lineIds: raw.order_line_item_ids,
    shippingBy: raw.shipping_type === "TIKTOK" ? "channel" : "seller",
    ...(raw.tracking_number ? { trackingNumber: raw.tracking_number } : {}),
    ...(raw.shipping_provider_id
      ? { provider: { id: raw.shipping_provider_id, name: raw.shipping_provider_name } }
      : {}),
    ...(handover ? { handover } : {}),
    updatedAt: (raw.update_time ?? 0) * 1000,
  };
}

function toHandover(raw: z.infer<typeof PackageAnswer>): Handover | undefined {
  if (raw.handover_method === "DROP_OFF") return { method: "drop_off" };
  if (raw.handover_method !== "PICKUP") return undefined;
  const slot = Slot.safeParse(raw.pickup_slot);
  return { method: "pick_up", ...(slot.success ? { slot: toSlot(slot.data) } : {}) };
}

const toSlot = ({ start_time, end_time }: z.infer<typeof Slot>) => ({
  from: start_time * 1000,
  to: end_time * 1000,
});

const OptionsAnswer = z.object({
  can_pickup: looseFlag,
  can_drop_off: looseFlag,
  can_van_collection: looseFlag,
  drop_off_point_url: looseText,
  pickup_slots: looseList(
    // The first spelling is the one on the wire; the second is what a correction would bring.
    Slot.extend({ avaliable: looseFlag, available: looseFlag }),
  ),
});

/** Needs a scope that Weft does not ask for by itself: "Package Split And Combine". */
export async function readHandover(session: Session, packageId: string): Promise<HandoverOptions> {
  const path = `/fulfillment/202309/packages/${packageId}/handover_time_slots`;
  const raw = await request(session, { method: "GET", path }, OptionsAnswer);
  return {
    canPickUp: raw.can_pickup,
    canDropOff: raw.can_drop_off,
    canCollectByVan: raw.can_van_collection,
    ...(raw.drop_off_point_url ? { dropOffUrl: raw.drop_off_point_url } : {}),
    slots: raw.pickup_slots.filter((row) => row.avaliable || row.available).map(toSlot),
  };
}

/** Without a choice no body is sent: an empty object is not signed alike by all. */
export async function handOver(
  session: Session,
  packageId: string,
  handover?: Handover,
): Promise<void> {
  const path = `/fulfillment/202309/packages/${packageId}/ship`;
  const body = handover ? { body: fromHandover(handover) } : {};
  await request(session, { method: "POST", path, ...body }, anything);
}

function fromHandover(handover: Handover): Record<string, unknown> {
  if (handover.method === "drop_off") return { handover_method: "DROP_OFF" };
  const { slot } = handover;
  return {
    handover_method: "PICKUP",
    ...(slot
      ? {
          pickup_slot: {
            start_time: Math.floor(slot.from / 1000),
            end_time: Math.floor(slot.to / 1000),
          },
        }
      : {}),
  };
}

const DOCUMENT_TYPES: Readonly<Record<DocumentKind, string>> = {
  label: "SHIPPING_LABEL",
  packing_slip: "PACKING_SLIP",
  label_and_packing_slip: "SHIPPING_LABEL_AND_PACKING_SLIP",
};

export async function readShippingDocument(
  session: Session,
  packageId: string,
  kind: DocumentKind,
  size: "A6" | "A5" = "A6",
): Promise<ShippingDocument> {
  const path = `/fulfillment/202309/packages/${packageId}/shipping_documents`;
  const query = { document_type: DOCUMENT_TYPES[kind], document_size: size };
  const shape = z.object({ doc_url: z.string().min(1), tracking_number: looseText });
  try {
    const answer = await request(session, { method: "GET", path, query }, shape);
    return {
      url: answer.doc_url,
      expiresAt: session.deps.now() + LABEL_LIFE_MS,
      ...(answer.tracking_number ? { trackingNumber: answer.tracking_number } : {}),
    };
  } catch (caught) {
    if (!(caught instanceof SyncError) || caught.facts["vendorCode"] !== AFTER_SALE_OPEN)
      throw caught;
    throw new SyncError("merchant", "tiktok.after_sale_open", caught.facts);
  }
}
