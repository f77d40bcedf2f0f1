// The order of one channel order, made once: by the shop's own arithmetic, and only when it comes to
// what the buyer paid.
import { rowFor } from "../../catalogue/stock";
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { cartTotal, digitsOf, type CartTotal } from "../../orders/cart-total";
import { deliveryOf, isVirtual, NOBODY } from "../../orders/shipping";
import { minorUnits } from "../minor-units";
import { buildOrder } from "../../orders/validate-order";
import { roundPrice } from "../../prices/round";
import { setting, type Shop } from "../../shop";
import type { OrderDraft } from "../bodies";
import { Refusal } from "../refusal";
import { moduleTable } from "../state";
import { finishBegun, wantedOf, wantedOfBegun, type Wanted } from "./order-finish";
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

/** What the shop has for a draft; refused where it lacks something. */
interface Place {
  currencyId: string;
  countryId: string;
  stateId: string;
}

function placeOf(shop: Shop, draft: OrderDraft): Place {
  checkSum(draft);
  const currencyId = currencyOf(shop, draft.currency).id;
  const countryId = countryOf(shop, draft.address.country).id;
  const stateId = orderStateOf(shop, draft.stateId);
  checkProducts(shop, draft);
  return { currencyId, countryId, stateId };
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

const FBT_NOTE = "Shipped from the channel's own warehouse; the shop's stock is not touched.";

function noteOf({ note, paymentLabel, channelOrderId, isFulfilledByChannel }: OrderDraft): string {
  const said = note === "" ? `${paymentLabel} ${channelOrderId}` : note;
  return isFulfilledByChannel ? `${said} ${FBT_NOTE}` : said;
}

/** Goods that nobody carries need no carrier, unless the buyer paid for one. */
const isParcelless = (shop: Shop, cart: Row, { shippingMinor }: OrderDraft): boolean =>
  shippingMinor === 0 && isVirtual(shop, cart);

interface Made {
  order: Row;
  wanted: Wanted;
  oversold: Oversold[];
  carrierCostMinor: number;
  isBegun: boolean;
}

function make(shop: Shop, draft: OrderDraft, { currencyId, countryId, stateId }: Place): Made {
  const { cart: bare, address } = insertCart(shop, draft, { currencyId, countryId });
  const carrier = carrierOf(shop, draft, address);
  const option = JSON.stringify({ [address.id]: `${carrier.id},` });
  const cart = shop.tables.update("carts", {
    ...bare,
    values: { ...bare.values, id_carrier: carrier.id, delivery_option: option },
  });
  const digits = digitsOf(shop, currencyId);
  const factor = minorUnits(shop, currencyId);
  const wanted = wantedOf(draft);
  const total = cartTotal(shop, cart, {
    delivery: isParcelless(shop, cart, draft) ? NOBODY : paidDelivery(shop, carrier, draft, cart),
    discountGross: wanted.discount / factor,
  });
  const oversold = draft.isFulfilledByChannel ? [] : oversoldBy(shop, total);
  const cost = roundPrice(deliveryOf(shop, cart).costGross, digits);
  const order = buildOrder(shop, {
    cart,
    total,
    module: "weft",
    payment: draft.paymentLabel,
    paid: draft.totalMinor / factor,
    stateId,
    takesStock: !draft.isFulfilledByChannel,
    note: noteOf(draft),
  });
  return { order, wanted, oversold, carrierCostMinor: Math.round(cost * factor), isBegun: false };
}

/** The order the plain webservice made of this channel order; the buyer's address names it. */
const begunOrder = (shop: Shop, channelOrderId: string): Row | undefined =>
  shop.tables
    .where("customers", "email", guestEmail(channelOrderId))
    .flatMap((guest) => shop.tables.where("orders", "id_customer", guest.id))[0];

function finish(shop: Shop, begun: Row, draft: OrderDraft, { stateId }: Place): Made {
  const address = shop.tables.get("addresses", valueOf(begun, "id_address_delivery"));
  const carrier = address && carrierOf(shop, draft, address);
  if (!carrier) throw new Refusal("carrier_zone", { country: draft.address.country });
  const delivery = paidDelivery(shop, carrier, draft, begun);
  const wanted = wantedOfBegun(shop, begun, draft);
  const order = finishBegun(shop, begun, { delivery, wanted, stateId, note: noteOf(draft) });
  return { order, wanted, oversold: [], carrierCostMinor: 0, isBegun: true };
}

/** Refuses an order whose parts are not what the buyer paid for them. */
function checkTotals(shop: Shop, { order, wanted }: Made): void {
  const found = moneyOf(shop, order);
  for (const part of ["products", "shipping", "discount", "total"] as const) {
    const [expectedMinor, foundMinor] = [wanted[part], found[`${part}Minor`]];
    if (foundMinor !== expectedMinor)
      throw new Refusal("order_total_differs", { part, expectedMinor, foundMinor });
  }
}

/** Makes the order, or answers the one that is there. A refused one leaves nothing behind. */
export function order(shop: Shop, draft: OrderDraft) {
  const table = moduleTable(shop, "order");
  const imported = shop.storage.get<Imported>(table, draft.channelOrderId);
  const known = imported && shop.tables.get("orders", imported.orderId);
  if (imported && known) return reportOf(shop, known, imported.oversold, true);
  const made = shop.storage.attempt(() => {
    const place = placeOf(shop, draft);
    const begun = begunOrder(shop, draft.channelOrderId);
    const made = begun ? finish(shop, begun, draft, place) : make(shop, draft, place);
    checkTotals(shop, made);
    const { order, oversold } = made;
    const row: Imported = { id: draft.channelOrderId, orderId: order.id, oversold };
    shop.storage.put(table, draft.channelOrderId, row);
    return made;
  });
  return reportOf(shop, made.order, made.oversold, made.isBegun);
}

/** What the order would come to; nothing of it stays in the shop. */
export const cartTotals = (shop: Shop, draft: OrderDraft) =>
  shop.storage.rehearse(() => {
    const { order, oversold, carrierCostMinor } = make(shop, draft, placeOf(shop, draft));
    const { paidMinor: _, ...money } = moneyOf(shop, order);
    return { ...money, oversold, carrierCostMinor };
  });
