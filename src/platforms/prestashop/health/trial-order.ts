/**
 * One order of the market, computed by the store as real ones will be and made by nobody: what no
 * single setting shows, a module that changes every cart for example, shows here.
 */
import type { SourceExamination } from "../../source";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { count, text, type Row } from "../json";
import { fromDraft } from "../module/import-by-module";

const PRICE_MINOR = 1_000;

/**
 * What to ask the module's `cart-total` with; `product` has id, default variant and smallest
 * quantity.
 */
export function trialOrder(
  product: Row,
  { market, carrierReference, orderStateId }: SourceExamination,
  now: number,
): { asked: ReturnType<typeof fromDraft>; expectedMinor: number } | undefined {
  if (!market) return undefined;
  const quantity = Math.max(1, count(product, "minimal_quantity"));
  const totalMinor = PRICE_MINOR * quantity;
  const draft: OrderDraft = {
    channelOrderId: "0",
    currency: market.currency,
    lines: [
      {
        productId: text(product, "id"),
        variantId: text(product, "id_default_combination") || "0",
        quantity,
        unitPriceMinor: PRICE_MINOR,
        name: "Trial",
      },
    ],
    shippingMinor: 0,
    discountMinor: 0,
    totalMinor,
    address: {
      name: "Trial Order",
      firstName: "Trial",
      lastName: "Order",
      phone: "",
      country: market.country,
      state: "",
      city: "Trial",
      postcode: "10001",
      line1: "Trial Street",
      line2: "",
    },
    buyerEmail: "",
    buyerNote: "",
    placedAt: now,
    paymentLabel: "Weft",
    ...(carrierReference ? { carrierReference } : {}),
    ...(orderStateId ? { orderStateId } : {}),
  };
  return { asked: fromDraft(draft), expectedMinor: totalMinor };
}
