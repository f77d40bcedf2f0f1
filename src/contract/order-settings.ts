/** What a merchant may set about orders: which money they show, which states they take, and who is told what. */
import * as z from "zod";
import { CANCEL_REASONS } from "../domain/orders/cancel-reason";
import type { OrderMoneyChoice } from "../domain/orders/order-money";
import { STATE_MEANINGS } from "../domain/orders/store-changes";
import { ROLES } from "../domain/accounts/role";
import { setting } from "./settings-table";

const MEMBERS = ROLES;

/** The characters and the length stores take as the name of a means of payment. */
const paymentLabel = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^<>={};#]+$/);

/** Part of the settings of a connection. */
export const orderSettings = {
  orderMoney: setting({
    schema: z
      .enum(["paid", "owed"])
      .describe(
        "Whether the store's order shows what the buyer paid or what the merchant is owed.",
      ) satisfies z.ZodType<OrderMoneyChoice>,
    fallback: "paid",
    changedBy: MEMBERS,
  }),
  orderPaymentLabel: setting({
    schema: paymentLabel
      .nullable()
      .describe("Means of payment shown in the store; null: the channel's own name."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  orderStateId: setting({
    schema: z
      .string()
      .regex(/^\d{1,12}$/)
      .nullable()
      .describe("State of new orders in the store; null: its own for payments from outside."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  orderStateMap: setting({
    schema: z
      .array(
        z.object({
          orderStateId: z.string().regex(/^\d{1,12}$/),
          meaning: z.enum(STATE_MEANINGS),
        }),
      )
      .max(200)
      .describe(
        "States of the store that mean something else to the channel than their flags say.",
      ),
    fallback: [],
    changedBy: MEMBERS,
  }),
  writesShipped: setting({
    schema: z
      .boolean()
      .describe(
        "Whether the store's order gets number and state of a parcel that was sent on the channel.",
      ),
    fallback: true,
    changedBy: MEMBERS,
  }),
  writesDelivered: setting({
    schema: z
      .boolean()
      .describe("Whether the store's order is set to delivered once the channel has delivered it."),
    fallback: false,
    changedBy: MEMBERS,
  }),
  retriesOrders: setting({
    schema: z
      .boolean()
      .describe(
        "Whether an order that the store fails to take is tried again after 10, 20 and 30 minutes.",
      ),
    fallback: true,
    changedBy: MEMBERS,
  }),
  archivesCancelled: setting({
    schema: z.boolean().describe("Whether orders go to the archive once they are cancelled."),
    fallback: false,
    changedBy: MEMBERS,
  }),
  cancelReason: setting({
    schema: z
      .enum(CANCEL_REASONS)
      .describe(
        "Reason named to the channel for an order the store cancelled; facts that Weft knows go first.",
      ),
    fallback: "out_of_stock",
    changedBy: MEMBERS,
  }),
  forgetBuyersDays: setting({
    schema: z
      .int()
      .min(7)
      .max(3650)
      .describe("Days after the end of an order until its buyer's data are removed; figures stay."),
    fallback: 60,
    changedBy: MEMBERS,
  }),
};
