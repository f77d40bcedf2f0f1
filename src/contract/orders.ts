import * as z from "zod";
import { ADDRESS_PARTS, REMARK_KINDS } from "../domain/orders/address-remark";
import { CANCEL_ANSWERS } from "../domain/orders/cancel-reason";
import { ORDER_KINDS, RETURN_STATES } from "../domain/orders/channel-order";
import type { OrderProjection } from "../domain/orders/order-projection";
import { DUE } from "../domain/orders/dispatch";
import { ORDER_GROUPS } from "../domain/orders/order-tab";
import {
  Count,
  Cursor,
  EpochMs,
  Facts,
  Id,
  Minor,
  Next,
  NoBody,
  OfConnection,
  Reason,
  Search,
  StartedTask,
} from "./common";
import { DispatchView } from "./dispatch";
import { OrderSum, StoreSum } from "./order-sum";
import { defineRoutes } from "./route";

export const OrderTab = z.enum(["all", ...ORDER_GROUPS]);
export type OrderTab = z.infer<typeof OrderTab>;

/** The fields of the ledger's projection that a row shows as they are. */
type ShownFields = Omit<
  OrderProjection,
  | "channelOrderId"
  | "version"
  | "projectionVersion"
  | "body"
  | "lines"
  | "storeMoney"
  | "paidAt"
  | "shippedAt"
  | "cancelledBy"
  | "oversoldAt"
  | "entries"
>;

export const OrderRow = z
  .object({
    id: z.string().describe("The channel's id of the order."),
    channelState: z.string(),
    tab: OrderTab.exclude(["all", "archived"]),
    isArchived: z.boolean().describe("A person or a rule put it away; no shop knows of it."),
    kind: z
      .enum(ORDER_KINDS)
      .nullable()
      .describe("What the order is where it is no sale: nobody paid for the goods."),
    sourceOrderId: z.string().nullable(),
    sourceReference: z.string().nullable(),
    sourceOrderUrl: z
      .string()
      .nullable()
      .describe("In the store's back office; null while its address is not set."),
    trackingNumber: z.string().nullable(),
    totalMinor: Minor,
    currency: z.string(),
    buyerName: z.string(),
    unitCount: Count,
    goods: z
      .object({ name: z.string(), imageUrl: z.string().nullable(), units: Count })
      .nullable()
      .describe("The first thing that was bought, and how many of it."),
    returned: z
      .enum(RETURN_STATES)
      .nullable()
      .describe("Where its latest return stands; null: it has none."),
    problem: Reason.nullable(),
    placedAt: EpochMs,
    shipBy: EpochMs.nullable(),
  })
  .meta({ id: "Order" }) satisfies z.ZodType<ShownFields>;
export type OrderRow = z.infer<typeof OrderRow>;

/** A column, ascending; with "-" before it descending. Orders without a time to ship by come last. */
const OrderSort = z.enum(["placed", "total", "-total", "shipBy"]);
export type OrderSort = z.infer<typeof OrderSort>;

const VariantChoice = z.object({
  productId: z.string(),
  variantId: z.string(),
  name: z.string().describe("Product and options."),
  sku: z.string(),
});

export const OrderDetail = OrderRow.extend({
  channelOrderUrl: z.string(),
  paidAt: EpochMs.nullable(),
  returns: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(["refund", "return", "replacement"]),
        state: z.enum(RETURN_STATES),
        reason: z.string(),
        refundMinor: Minor.nullable(),
      }),
    )
    .describe("What became of the goods after they were sent, the oldest first."),
  shipping: z
    .object({
      isByChannel: z.boolean().describe("The channel's own carrier takes it, with its own label."),
      canArrange: z.boolean().describe("The channel can be told that the parcel is ready."),
      hasLabel: z.boolean(),
      canPack: z.boolean().describe("The seller brings it, and units of it wait for a parcel."),
    })
    .describe("Who brings the parcel, and what can be done for it here."),
  parcels: z
    .array(
      z.object({
        packageId: z.string().nullable(),
        trackingNumber: z.string(),
        lineIds: z.array(z.string()),
      }),
    )
    .describe("What was sent, as the channel shows it: each unit in the parcel that holds it."),
  hasCancelRequest: z.boolean().describe("The buyer asks to cancel and waits for an answer."),
  address: z
    .object({
      name: z.string(),
      lines: z.array(z.string()),
      remarks: z
        .array(z.object({ part: z.enum(ADDRESS_PARTS), kind: z.enum(REMARK_KINDS) }))
        .describe("What the store's order cannot show of it as the buyer typed it."),
    })
    .nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      variantName: z.string(),
      sellerSku: z.string(),
      imageUrl: z.string().nullable(),
      priceMinor: Minor,
      isLinked: z.boolean(),
      productId: z.string().nullable(),
      isCancelled: z.boolean(),
      channelSkuId: z.string(),
      needsVariant: z
        .boolean()
        .describe("It stands for nothing in the store: a person may choose a variant for it."),
    }),
  ),
  choices: z
    .array(VariantChoice)
    .describe("Likely variants for what needs one: of the same product, or with the same SKU."),
  sum: OrderSum,
  store: StoreSum.nullable().describe(
    "The order in the store; null before it is there, or when it was made before this was kept.",
  ),
  timeline: z.array(z.object({ kind: z.string(), facts: Facts, at: EpochMs })),
}).meta({ id: "OrderDetail" });
export type OrderDetail = z.infer<typeof OrderDetail>;

/** More than a page holds. */
const MOST_ARCHIVED = 100;

export const OfOrder = OfConnection.extend({ orderId: Id.brand<"ChannelOrderId">() });

export const orderRoutes = defineRoutes({
  "GET /api/connections/:id/orders": {
    name: "listOrders",
    summary: "List the orders of a tab, the latest first unless `sort` says otherwise",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      tab: OrderTab.optional(),
      search: Search.optional(),
      problem: z.string().max(80).optional().describe("The code of the open problem they have."),
      due: z
        .enum(DUE)
        .optional()
        .describe("Those not sent yet that are late, or have to go later today in the store."),
      sort: OrderSort.optional(),
      cursor: Cursor.optional(),
    }),
    answer: z.object({
      rows: z.array(OrderRow),
      next: Next,
      counts: z.record(OrderTab, Count),
      // There are more: each count is the least that it can be.
      isMore: z.boolean(),
    }),
  },
  "GET /api/connections/:id/dispatch": {
    name: "readDispatch",
    summary: "Read what is to be sent by when, and the rates that the channel holds a seller to",
    needs: "admin",
    params: OfConnection,
    answer: DispatchView,
  },
  "GET /api/connections/:id/orders/:orderId": {
    name: "readOrder",
    summary: "Read an order with its sum and its history",
    needs: "admin",
    params: OfOrder,
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/variant": {
    name: "chooseOrderVariant",
    summary:
      "Choose the store's variant that a SKU stands for in this order; a repeat changes nothing",
    needs: "admin",
    params: OfOrder,
    body: z.object({ channelSkuId: Id, productId: Id, variantId: Id }),
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/retry": {
    name: "retryOrder",
    summary: "Try a parked order again",
    needs: "admin",
    params: OfOrder,
    body: NoBody,
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/cancel-request": {
    name: "answerCancelRequest",
    summary: "Approve or decline the buyer's request to cancel an order",
    needs: "admin",
    params: OfOrder,
    body: z.object({ answer: z.enum(CANCEL_ANSWERS) }),
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/acknowledge-refunds": {
    name: "acknowledgeRefunds",
    summary: "Say that the buyer has got what was given back in the store",
    needs: "admin",
    params: OfOrder,
    body: NoBody,
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/:orderId/forget-buyer": {
    name: "forgetBuyer",
    summary: "Remove what is held of the buyer of an ended order, from all ended orders of theirs",
    needs: "admin",
    needsProof: true,
    params: OfOrder,
    body: NoBody,
    answer: OrderDetail,
  },
  "POST /api/connections/:id/orders/archive": {
    name: "archiveOrders",
    summary: "Put orders into the archive or take them out of it; no shop is told",
    needs: "admin",
    params: OfConnection,
    body: z.object({ orderIds: z.array(Id).min(1).max(MOST_ARCHIVED), isArchived: z.boolean() }),
    answer: z.object({ moved: Count.describe("Those that were elsewhere before.") }),
  },
  "POST /api/connections/:id/orders/refresh": {
    name: "refreshOrders",
    summary: "Poll the channel for orders whose event was lost",
    needs: "admin",
    params: OfConnection,
    body: NoBody,
    answer: StartedTask,
  },
});
