import * as z from "zod";
import { HANDOVER_METHODS } from "../domain/orders/channel-order";
import { EpochMs, Id } from "./common";
import { OfOrder, OrderDetail } from "./orders";
import { defineRoutes } from "./route";

/** The papers of a parcel as a PDF in the channel's own place. */
const ShippingLabel = z
  .object({
    packageId: z.string(),
    url: z.string().describe("Of a PDF; whoever has it may read the buyer's address."),
    expiresAt: EpochMs,
    trackingNumber: z.string().nullable(),
  })
  .meta({ id: "ShippingLabel" });
export type ShippingLabel = z.infer<typeof ShippingLabel>;

const MOST_PARCELS = 20;
/** More than an order has. */
const MOST_UNITS = 500;

export const shippingRoutes = defineRoutes({
  "POST /api/connections/:id/orders/:orderId/hand-over": {
    name: "handOverOrder",
    summary: "Have the channel's own carrier take the parcel of an order; a repeat changes nothing",
    needs: "admin",
    params: OfOrder,
    body: z.object({ method: z.enum(HANDOVER_METHODS) }),
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/parcels": {
    name: "packOrder",
    summary:
      "Ship an order by the seller's carriers in the parcels given; each unit in exactly one",
    needs: "admin",
    params: OfOrder,
    body: z.object({
      parcels: z
        .array(
          z.object({
            lineIds: z.array(Id).min(1).max(MOST_UNITS),
            trackingNumber: z.string().trim().min(1).max(64),
            carrierReference: Id.describe("A carrier of the store that the carrier map knows."),
          }),
        )
        .min(1)
        .max(MOST_PARCELS),
    }),
    answer: OrderDetail,
  },
  "GET /api/connections/:id/orders/:orderId/labels": {
    name: "readLabels",
    summary: "Read the labels that the channel made for the parcels of an order",
    needs: "admin",
    params: OfOrder,
    answer: z.object({ labels: z.array(ShippingLabel) }),
  },
});
