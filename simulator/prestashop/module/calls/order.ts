// The order of one channel order, made once: by the shop's own arithmetic, and only when it comes to
// what the buyer paid.
import { rowFor } from "../../catalogue/stock";
import type { Row } from "../../data/schema";
import { valueOf } from "../../data/tables";
import { cartTotal, digitsOf, type CartTotal } from "../../orders/cart-total";
import { deliveryOf } from "../../orders/shipping";
import { buildOrder } from "../../orders/validate-order";
import { roundPrice } from "../../prices/round";
import { setting, type Shop } from "../../shop";
import type { OrderDraft } from "../bodies";
import { Refusal } from "../refusal";
import { moduleTable } from "../state";
import {
  carrierOf,
  checkProducts,
  checkSum,
  countryOf,
  currencyOf,
  orderStateOf,
} from "./order-parts";
import { moneyOf, reportOf, type Oversold } from "./order-report";
import { guestEmail, insertCart, paidDelivery } from "./order-rows";

interface Imported {
  id: string;
  orderId: string;
  oversold: Oversold[];
}

/** The order of a channel order, whoever made it: this module, or the plain webservice. */
function known(shop: Shop, channelOrderId: string): Imported | undefined {
  const imported = shop.store.get<Imported>(moduleTable(shop, "order"), channelOrderId);
  if (imported && shop.tables.get("orders", imported.orderId)) return imported;
  const [order] = shop.tables
    .where("customers", "email", guestEmail(channelOrderId))
    .flatMap((guest) => shop.tables.where("orders", "id_customer", guest.id));
  return order && { id: channelOrderId, orderId: order.id, oversold: [] };
}

/** The rows that had fewer units than were sold, where the shop denies orders beyond them. */
function oversoldBy(shop: Shop, total: CartTotal): Oversold[] {
  if (setting(shop, "PS_STOCK_MANAGEMENT") === "0") return [];
  return total.lines.flatMap((line) => {
    const row = rowFor(shop, line.productId, line.combinationId);
    const own = valueOf(row, "out_of_stock") || "2";
    const rule = own === "2" ? setting(shop, "PS_ORDER_OUT_OF_STOCK") : own;
    const short = line.quantity - Math.max(0, Number(valueOf(row, "quantity")));
    if (rule === "1" || short <= 0) return [];
    return [{ product: line.productId, variant: line.combinationId, short }];
  });
}

interface Made {
  order: Row;
  oversold: Oversold[];
  carrierCostMinor: number;
}

const FBT_NOTE = "The channel ships this order from its own warehouse; stock was not changed.";

function make(shop: Shop, draft: OrderDraft): Made {
  checkSum(draft);
  const currencyId = currencyOf(shop, draft.currency).id;
  const countryId = countryOf(shop, draft.address.country).id;
  const stateId = orderStateOf(shop, draft.stateId);
  checkProducts(shop, draft);
  const { cart: bare, address } = insertCart(shop, draft, { currencyId, countryId });
  const carrier = carrierOf(shop, draft, address);
  const option = JSON.stringify({ [address.id]: `${carrier.id},` });
  const cart = shop.tables.update("carts", {
    ...bare,
    values: { ...bare.values, id_carrier: carrier.id, delivery_option: option },
  });
  const digits = digitsOf(shop, currencyId);
  const factor = 10 ** digits;
  const total = cartTotal(shop, cart, {
    delivery: paidDelivery(shop, carrier, draft, cart),
    discountGross: draft.discountMinor / factor,
  });
  const oversold = draft.isFulfilledByChannel ? [] : oversoldBy(shop, total);
  const order = buildOrder(shop, {
    cart,
    total,
    module: "weft",
    payment: draft.paymentLabel,
    paid: draft.totalMinor / factor,
    stateId,
    takesStock: !draft.isFulfilledByChannel,
    note: [draft.note, draft.isFulfilledByChannel ? FBT_NOTE : ""].filter(Boolean).join("\n"),
  });
  const cost = deliveryOf(shop, cart).costGross;
  return { order, oversold, carrierCostMinor: Math.round(roundPrice(cost, digits) * factor) };
}

/** Refuses an order whose parts are not what the buyer paid for them. */
function checkTotals(shop: Shop, order: Row, draft: OrderDraft): void {
  const found = moneyOf(shop, order);
  const expected = {
    products: draft.totalMinor - draft.shippingMinor + draft.discountMinor,
    shipping: draft.shippingMinor,
    discount: draft.discountMinor,
    total: draft.totalMinor,
  };
  for (const part of ["products", "shipping", "discount", "total"] as const) {
    const foundMinor = found[`${part}Minor`];
    if (foundMinor !== expected[part])
      throw new Refusal("order_total_differs", {
        part,
        expectedMinor: expected[part],
        foundMinor,
      });
  }
}

/** Makes the order, or answers the one that is there. A refused one leaves nothing behind. */
export function order(shop: Shop, draft: OrderDraft) {
  const before = known(shop, draft.channelOrderId);
  const row = before && shop.tables.get("orders", before.orderId);
  if (before && row) return reportOf(shop, row, before.oversold, true);
  const made = shop.store.attempt(() => {
    const made = make(shop, draft);
    checkTotals(shop, made.order, draft);
    const id = draft.channelOrderId;
    const imported: Imported = { id, orderId: made.order.id, oversold: made.oversold };
    shop.store.put(moduleTable(shop, "order"), id, imported);
    return made;
  });
  return reportOf(shop, made.order, made.oversold, false);
}

/** What the order would come to; nothing of it stays in the shop. */
export const cartTotals = (shop: Shop, draft: OrderDraft) =>
  shop.store.rehearse(() => {
    const { order, oversold, carrierCostMinor } = make(shop, draft);
    const { paidMinor: _, ...money } = moneyOf(shop, order);
    return { ...money, oversold, carrierCostMinor };
  });
