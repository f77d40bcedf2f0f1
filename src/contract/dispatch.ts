import * as z from "zod";
import type { DispatchFigures } from "../domain/orders/dispatch";
import { Count } from "./common";

/** Of the last seven days, but for the two that wait. */
export const DispatchView = z
  .object({
    late: Count.describe("Not sent yet, and their moment has passed."),
    today: Count.describe("Not sent yet, to go later today by the store's clock."),
    orders: Count.describe("Paid orders placed, to be sent by the seller."),
    cancelled: Count.describe("Of these, by the seller, or by the channel for want of a parcel."),
    dispatched: Count.describe("To be sent, as far as it is known when they were."),
    dispatchedLate: Count.describe("Of these, sent late or late now."),
  })
  .meta({ id: "Dispatch" }) satisfies z.ZodType<DispatchFigures>;
