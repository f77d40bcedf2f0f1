/**
 * Shipping. None of these calls knows an idempotency key: after an unclear answer, and after
 * `tiktok.already_shipped`, the owner reads the order before anything else.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { ShipmentDraft, ShippingProvider } from "../channel";
import { request, type Session } from "./request";
import { anything, looseText, readableList } from "./shapes";

const NamedRows = readableList(z.object({ id: z.string().min(1), name: looseText }));

/** The delivery options of a warehouse; each has shipping providers of its own. */
export async function listDeliveryOptions(
  session: Session,
  warehouseId: string,
): Promise<readonly { id: string; name: string }[]> {
  const answer = await request(
    session,
    { method: "GET", path: `/logistics/202309/warehouses/${warehouseId}/delivery_options` },
    z.object({ delivery_options: NamedRows }),
  );
  return answer.delivery_options;
}

/** Empty for an option the platform ships itself. */
export async function listShippingProviders(
  session: Session,
  deliveryOptionId: string,
): Promise<readonly ShippingProvider[]> {
  try {
    const answer = await request(
      session,
      {
        method: "GET",
        path: `/logistics/202309/delivery_options/${deliveryOptionId}/shipping_providers`,
      },
      z.object({ shipping_providers: NamedRows }),
    );
    return answer.shipping_providers;
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.no_provider") return [];
    throw caught;
  }
}

/**
 * Marks lines as shipped (seller shipping in the US, UK, EU and JP); the lines form one package.
 */
export async function shipOrder(
  session: Session,
  draft: ShipmentDraft,
): Promise<{ packageId: string }> {
  const answer = await request(
    session,
    {
      method: "POST",
      path: `/fulfillment/202309/orders/${draft.orderId}/packages`,
      body: {
        order_line_item_ids: draft.lineIds,
        tracking_number: draft.trackingNumber,
        shipping_provider_id: draft.providerId,
      },
    },
    z.object({ package_id: z.string().min(1) }),
  );
  return { packageId: answer.package_id };
}

/**
 * Ships a package of the platform; without a tracking number the seller brings it to a drop-off.
 */
export async function shipPackage(
  session: Session,
  packageId: string,
  trackingNumber: string,
  providerId: string,
): Promise<void> {
  const self = { tracking_number: trackingNumber, shipping_provider_id: providerId };
  await request(
    session,
    {
      method: "POST",
      path: `/fulfillment/202309/packages/${packageId}/ship`,
      body: trackingNumber ? { self_shipment: self } : { handover_method: "DROP_OFF" },
    },
    anything,
  );
}

/** Allowed once and within hours of shipping (`tiktok.tracking_final` afterwards). */
export async function updateTracking(
  session: Session,
  orderId: string,
  packageId: string,
  trackingNumber: string,
  providerId: string,
): Promise<void> {
  const target = packageId ? `packages/${packageId}` : `orders/${orderId}`;
  await request(
    session,
    {
      method: "POST",
      path: `/fulfillment/202309/${target}/shipping_info/update`,
      body: { tracking_number: trackingNumber, shipping_provider_id: providerId },
    },
    anything,
  );
}
