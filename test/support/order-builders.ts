/** Orders of a channel as tests need them: sound in every field, changed where the test says so. */
import type { ChannelOrder, OrderLine } from "../../src/domain/orders/channel-order";
import { NO_FULFILMENT, type OrderRecord } from "../../src/domain/orders/order-record";

export function lineOf(change: Partial<OrderLine> = {}): OrderLine {
  return {
    id: "L1",
    channelProductId: "P1",
    channelSkuId: "S1",
    sellerSku: "MUG-RED",
    name: "Mug",
    variantName: "Red",
    originalPriceMinor: 1000,
    salePriceMinor: 1000,
    sellerDiscountMinor: 0,
    platformDiscountMinor: 0,
    taxMinor: 0,
    isGift: false,
    isCancelled: false,
    ...change,
  };
}

export function orderOf(change: Partial<ChannelOrder> = {}): ChannelOrder {
  const lines = change.lines ?? [lineOf()];
  const subtotalMinor = lines.reduce((sum, line) => sum + line.salePriceMinor, 0);
  return {
    id: "576461413038785752",
    state: "awaiting_shipment",
    createdAt: 1_000_000,
    updatedAt: 2_000_000,
    currency: "GBP",
    lines,
    money: {
      subtotalMinor,
      shippingMinor: 299,
      shippingOriginalMinor: 299,
      sellerDiscountMinor: 0,
      platformDiscountMinor: 0,
      shippingSellerDiscountMinor: 0,
      shippingPlatformDiscountMinor: 0,
      taxMinor: 0,
      otherFeesMinor: 0,
      totalMinor: subtotalMinor + 299,
    },
    buyer: { id: "B1", nickname: "ada", email: "relay@scs.example", message: "" },
    address: {
      name: "Ada Lovelace",
      firstName: "Ada",
      lastName: "Lovelace",
      phone: "+441632960000",
      country: "GB",
      state: "",
      city: "London",
      postcode: "SW1A 1AA",
      line1: "1 Mill Lane",
      line2: "",
    },
    fulfilment: "seller",
    shippingBy: "seller",
    deliveryOptionId: "D1",
    deliveryOptionName: "Standard",
    packageIds: [],
    hasCancelRequest: false,
    ...change,
  };
}

export function recordOf(change: Partial<OrderRecord> = {}): OrderRecord {
  return {
    order: orderOf(),
    readAt: 2_000_000,
    importState: { status: "none" },
    progress: {},
    draft: null,
    fulfilment: NO_FULFILMENT,
    problems: {},
    version: 1,
    ...change,
  };
}

export const IMPORTED = {
  status: "imported",
  sourceOrderId: "7",
  sourceReference: "XKBKNABJK",
  importedAt: 3_000_000,
} as const;
