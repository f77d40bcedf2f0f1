/** The money of an order on both sides. */
import * as z from "zod";
import type { MoneyParts } from "../domain/orders/order-money";
import type { StoreMoney } from "../domain/orders/order-projection";
import { Count, EpochMs, Minor } from "./common";

/** Who bears what of an order; every amount is positive, discounts too. */
export const OrderSum = z
  .object({
    goodsMinor: Minor.describe("Goods before any discount."),
    shippingMinor: Minor.describe("Shipping before any discount."),
    sellerDiscountMinor: Minor,
    platformDiscountMinor: Minor,
    shippingSellerDiscountMinor: Minor,
    shippingPlatformDiscountMinor: Minor,
    shippingCofundedDiscountMinor: Minor.describe(
      "Shared by seller and channel in a proportion the channel does not say.",
    ),
    paymentDiscountMinor: Minor.describe("Funded by the channel for a means of payment."),
    feesMinor: Minor.describe("Fees of the channel: service, handling, insurance."),
    salesTaxMinor: Minor.describe("Added on top of the prices; the channel remits it."),
    containedTaxMinor: Minor.describe("Contained in the prices; 0 where the channel is silent."),
    paidMinor: Minor,
  })
  .meta({ id: "OrderSum" }) satisfies z.ZodType<MoneyParts>;
export type OrderSum = z.infer<typeof OrderSum>;

/** What the store's order shows, beside what it should. */
export const StoreSum = z
  .object({
    moneyChoice: z.enum(["paid", "owed"]),
    expectedMinor: Minor,
    productsMinor: Minor,
    shippingMinor: Minor,
    discountMinor: Minor,
    totalMinor: Minor,
    taxes: z
      .array(z.object({ rate: z.string(), netMinor: Minor, taxMinor: Minor }))
      .describe("Empty where the store was not asked."),
    oversold: z
      .array(
        z.object({
          productId: z.string(),
          variantId: z.string(),
          name: z.string(),
          short: Count,
        }),
      )
      .describe("Lines for which the store had fewer units than were sold."),
    recounted: z
      .array(
        z.object({
          productId: z.string(),
          variantId: z.string(),
          name: z.string(),
          units: Count,
        }),
      )
      .describe("Lines whose units the store may have taken once too often."),
    refunds: z
      .array(z.object({ id: z.string(), totalMinor: Minor, at: EpochMs }))
      .describe("Credit slips of the store's order, the oldest first."),
  })
  .meta({ id: "StoreSum" }) satisfies z.ZodType<Pick<StoreMoney, "moneyChoice" | "expectedMinor">>;
export type StoreSum = z.infer<typeof StoreSum>;
