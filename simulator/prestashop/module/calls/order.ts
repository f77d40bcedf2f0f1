// Makes the order of one channel order, once. The store's own arithmetic computes it, and an order that
// differs from what the buyer paid is refused.
import { rowFor } from "../../catalogue/stock";
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { cartTotal, digitsOf, type CartTotal } from "../../orders/cart-total";
import { deliveryOf, isVirtual, NOBODY } from "../../orders/shipping";
import { minorUnits } from "../minor-units";
import { buildOrder } from "../../orders/validate-order";
import { roundPrice } from "../../prices/round";
import { setting, switches, type Store } from "../../store";
import type { OrderDraft } from "../bodies";
import { Refusal } from "../refusal";
import { moduleTable } from "../state";
import { finishBegun, wantedOf, wantedOfBegun, type WantedAmounts } from "./order-finish";
import {
  carrierOf,
  checkProducts,
  checkSum,
  countryOf,
  currencyOf,
  orderStateIdOf,
} from "./order-parts";
import { moneyOf, reportOf, type Oversold } from "./order-report";
import { guestEmail, insertCart, paidDelivery } from "./order-rows";

interface Imported {
  id: string;
  orderId: string;
  oversold: Oversold[];
}

/** The store's ids for a draft. */
interface Place {
  currencyId: string;
  countryId: string;
  orderStateId: string;
}

function placeOf(store: Store, draft: OrderDraft): Place {
  checkSum(draft);
  const currencyId = currencyOf(store, draft.currency).id;
  const countryId = countryOf(store, draft.address.country).id;
  const orderStateId = orderStateIdOf(store, draft.stateId);
  return { currencyId, countryId, orderStateId };
}

/** The rows with less stock than was sold, where the store denies orders beyond its stock. */
function oversoldBy(store: Store, total: CartTotal): Oversold[] {
  if (setting(store, "PS_STOCK_MANAGEMENT") === "0") return [];
  return total.lines.flatMap((line) => {
    const row = rowFor(store, line.productId, line.combinationId);
    const own = valueOf(row, "out_of_stock") || "2";
    const rule = own === "2" ? setting(store, "PS_ORDER_OUT_OF_STOCK") : own;
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

/** Whether an order needs no carrier: its goods are virtual and the buyer paid no shipping. */
const isParcelless = (store: Store, cart: Row, { shippingMinor }: OrderDraft): boolean =>
  shippingMinor === 0 && isVirtual(store, cart);

interface Made {
  order: Row;
  wanted: WantedAmounts;
  oversold: Oversold[];
  carrierCostMinor: number;
  isBegun: boolean;
}

function make(
  store: Store,
  draft: OrderDraft,
  { currencyId, countryId, orderStateId }: Place,
): Made {
  checkProducts(store, draft);
  const { cart: bare, address } = insertCart(store, draft, { currencyId, countryId });
  const carrier = carrierOf(store, draft, address);
  const option = JSON.stringify({ [address.id]: `${carrier.id},` });
  const cart = store.tables.update("carts", {
    ...bare,
    values: { ...bare.values, id_carrier: carrier.id, delivery_option: option },
  });
  const digits = digitsOf(store, currencyId);
  const factor = minorUnits(store, currencyId);
  const wanted = wantedOf(draft);
  const total = cartTotal(store, cart, {
    delivery: isParcelless(store, cart, draft) ? NOBODY : paidDelivery(store, carrier, draft, cart),
    discountGross: wanted.discount / factor,
  });
  const oversold = draft.isFulfilledByChannel ? [] : oversoldBy(store, total);
  const cost = roundPrice(deliveryOf(store, cart).costGross, digits);
  const order = buildOrder(store, {
    cart,
    total,
    module: "weft",
    payment: draft.paymentLabel,
    paid: draft.totalMinor / factor,
    orderStateId,
    takesStock: !draft.isFulfilledByChannel,
    note: noteOf(draft),
  });
  return { order, wanted, oversold, carrierCostMinor: Math.round(cost * factor), isBegun: false };
}

/** The order that the webservice made of this channel order, found by the guest's e-mail address. */
const begunOrder = (store: Store, channelOrderId: string): Row | undefined =>
  store.tables
    .where("customers", "email", guestEmail(channelOrderId))
    .flatMap((guest) => store.tables.where("orders", "id_customer", guest.id))[0];

/** An order of the module whose request ended between two of its lines; the module makes such a one anew. */
function isBrokenOff(store: Store, begun: Row, { lines }: OrderDraft): boolean {
  const rows = store.tables.where("order_details", "id_order", begun.id);
  const units = rows.reduce((sum, row) => sum + Number(valueOf(row, "product_quantity")), 0);
  const hasState = !["", "0"].includes(valueOf(begun, "current_state"));
  const wanted = lines.reduce((sum, line) => sum + line.quantity, 0);
  return !hasState && valueOf(begun, "module") === "weft" && units < wanted;
}

function removeBrokenOff(store: Store, begun: Row): void {
  for (const table of ["order_details", "order_carriers", "order_cart_rules"])
    for (const { id } of store.tables.where(table, "id_order", begun.id))
      store.tables.remove(table, id);
  store.tables.remove("orders", begun.id);
}

function finish(store: Store, begun: Row, draft: OrderDraft, { orderStateId }: Place): Made {
  const address = store.tables.get("addresses", valueOf(begun, "id_address_delivery"));
  const carrier = address && carrierOf(store, draft, address);
  if (!carrier) throw new Refusal("carrier_zone", { country: draft.address.country });
  const delivery = paidDelivery(store, carrier, draft, begun);
  const wanted = wantedOfBegun(store, begun, draft);
  const order = finishBegun(store, begun, { delivery, wanted, orderStateId, note: noteOf(draft) });
  return { order, wanted, oversold: [], carrierCostMinor: 0, isBegun: true };
}

/** Refuses an order whose amounts differ from what the buyer paid. */
function checkTotals(store: Store, { order, wanted }: Made): void {
  const found = moneyOf(store, order);
  for (const part of ["products", "shipping", "discount", "total"] as const) {
    const [expectedMinor, foundMinor] = [wanted[part], found[`${part}Minor`]];
    if (foundMinor !== expectedMinor)
      throw new Refusal("order_total_differs", { part, expectedMinor, foundMinor });
  }
}

/** Makes the order, or reports the existing one. A refusal rolls everything back. */
export function order(store: Store, draft: OrderDraft) {
  const table = moduleTable(store, "order");
  const imported = store.storage.get<Imported>(table, draft.channelOrderId);
  const known = imported && store.tables.get("orders", imported.orderId);
  if (imported && known) return reportOf(store, known, imported.oversold, true);
  const isPlain = switches.plainTables(store).length > 0;
  // Without transactions whatever was written stays.
  const whole = <T>(step: () => T) => (isPlain ? step() : store.storage.transaction(step));
  const made = whole(() => {
    const place = placeOf(store, draft);
    const found = begunOrder(store, draft.channelOrderId);
    const isUseless = found !== undefined && isBrokenOff(store, found, draft);
    if (isUseless) removeBrokenOff(store, found);
    const begun = isUseless ? undefined : found;
    const made = begun ? finish(store, begun, draft, place) : make(store, draft, place);
    checkTotals(store, made);
    const { order, oversold } = made;
    const row: Imported = { id: draft.channelOrderId, orderId: order.id, oversold };
    store.storage.put(table, draft.channelOrderId, row);
    return made;
  });
  return reportOf(store, made.order, made.oversold, made.isBegun);
}

/** The amounts the order would have; nothing is stored, so it is refused where all would be. */
export function cartTotals(store: Store, draft: OrderDraft) {
  const tables = switches.plainTables(store).map((name) => `ps_${name}`);
  if (tables.length > 0) throw new Refusal("no_transactions", { tables });
  return store.storage.dryRun(() => {
    const { order, oversold, carrierCostMinor } = make(store, draft, placeOf(store, draft));
    const { paidMinor: _, ...money } = moneyOf(store, order);
    return { ...money, oversold, carrierCostMinor };
  });
}
