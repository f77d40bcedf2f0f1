/**
 * What must hold when a history has come to rest, read from the shops' own state. Only what a
 * merchant is shown, and what still waits, is read from the Worker.
 */
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { Row } from "../../simulator/prestashop/data/row";
import type { Order } from "../../simulator/tiktok-shop/orders/order";
import type { Product, Sku } from "../../simulator/tiktok-shop/products/product";
import { judgeRefunds } from "./refunds";
import { isUnfinished, judgeWaiting, namesGoneProduct, shownNumbers } from "./waiting";
import { secretsOf } from "./world/open-world";
import { isTakenDown, lowOf, namedThreshold, rightPrice, offeredOf } from "./own-rules";
import { readFreeUnits, type FreeUnits, isBoundByPack, waitsForModule } from "./packs";
import { judgeSent } from "./sent";
import type { Violation } from "./violation";
import { isCancelled, isLeft, keyOf, type SkuLink, type Participants } from "./participants";

/** `all`: every merchant of the history. */
export const judgeAll = (all: readonly Participants[]): Violation[] => [
  ...all.flatMap(judge),
  ...all.flatMap((people) => judgeApart(people, all)),
];

/** No order of one merchant is in the store of another. */
function judgeApart(people: Participants, all: readonly Participants[]): Violation[] {
  const astray = people.orders.filter((id) =>
    all.some((other) => other !== people && other.storeOrdersOf(id).length > 0),
  );
  return astray.map((id) => ({ rule: "tenants apart", text: `order ${id} is in another's store` }));
}

export function judge(people: Participants): Violation[] {
  const free = readFreeUnits(people);
  return [
    ...people.orders.flatMap((id) => judgeOrder(people, id)),
    ...people.links.flatMap((link) => judgeOffer(people, link, free)),
    ...judgeStrays(people),
    ...judgeCounts(people),
    ...judgeRefunds(people),
    ...judgeWaiting(people),
    ...people.system.incidents.map(({ where, text }) => ({
      rule: "incident" as const,
      text: `${where}: ${text.slice(0, 400)}`,
    })),
    ...judgeSecrets(people),
  ];
}

const NOT_PAID = new Set(["UNPAID", "ON_HOLD"]);

function judgeOrder(people: Participants, id: string): Violation[] {
  const order = people.orderOf(id);
  if (!order) return [];
  const mine = people.storeOrdersOf(id);
  const [first] = mine;
  const isOff = order.status === "CANCELLED";
  const waits = namesGoneProduct(people, order) || waitsForModule(people, order);
  const due = isOff || NOT_PAID.has(order.status) || waits ? 0 : 1;
  const count = mine.length;
  if (count > 1 || count < due || (NOT_PAID.has(order.status) && count > 0))
    return [{ rule: "one order", text: `${order.status} order has ${count} in the store` }];
  if (!first) return [];
  const orders = people.store.rows("orders");
  const isOffInStore = isCancelled(orders, first.id);
  // Under way before the store cancelled: nobody can call it back, and a person is told.
  const isTooLate = isOffInStore && !isOff && order.status !== "AWAITING_SHIPMENT";
  if (isOff !== isOffInStore && !isTooLate && !people.shipped.has(first.id)) {
    const text = `${order.status} on the channel, state ${valueOf(first, "current_state")} in the store`;
    return [{ rule: "cancelled both ways", text }];
  }
  if (isOff) return [];
  return [
    ...judgeLines(people, order, first),
    ...judgeTracking(people, order, first),
    ...judgeSent(people, order, first),
  ];
}

/** Orders that Weft made in the store and that name none of the channel: a try that nobody finished. */
function judgeStrays(people: Participants): Violation[] {
  const named = new Set(
    people.orders.flatMap((id) => people.storeOrdersOf(id).map((row) => row.id)),
  );
  const waits = people.orders.some((id) => {
    const order = people.orderOf(id);
    return order !== undefined && namesGoneProduct(people, order);
  });
  const strays = people.store
    .rows("orders")
    .filter((row) => !people.startOrders.has(row.id) && !named.has(row.id) && !isLeft(row));
  if (strays.length === 0 || waits) return [];
  return [{ rule: "one order", text: `${strays.length} in the store are nobody's` }];
}

function judgeLines(people: Participants, order: Order, row: Row): Violation[] {
  const bought = tally(order.lines.map(({ skuId }) => [keyOfSku(people, skuId), 1]));
  const details = people.store
    .rows("order_details")
    .filter((line) => valueOf(line, "id_order") === row.id);
  const sold = tally(
    details.map((line) => [
      `${valueOf(line, "product_id")}:${valueOf(line, "product_attribute_id") || "0"}`,
      Number(valueOf(line, "product_quantity")),
    ]),
  );
  const paid = order.lines.reduce((sum, line) => sum + line.originalMinor, order.shippingMinor);
  const total = Math.round(Number(valueOf(row, "total_paid_tax_incl")) * 100);
  // An order of a combination that was made again may hold the one of now.
  const boughtAnew = tally(
    order.lines.map(({ skuId }) => {
      const key = keyOfSku(people, skuId);
      return [people.remade.get(key) ?? key, 1];
    }),
  );
  if ((bought === sold || boughtAnew === sold) && paid === total) return [];
  return [
    { rule: "lines and totals", text: `${bought} for ${paid}, in the store ${sold} for ${total}` },
  ];
}

const tally = (entries: readonly (readonly [string, number])[]): string => {
  const sums = new Map<string, number>();
  for (const [key, units] of entries) sums.set(key, (sums.get(key) ?? 0) + units);
  return [...sums]
    .map(([key, units]) => `${units} x ${key}`)
    .toSorted()
    .join(", ");
};

const keyOfSku = (people: Participants, skuId: string): string => {
  const link = people.links.find((one) => one.skuId === skuId);
  return link ? keyOf(link) : `? ${skuId}`;
};

/** The number that the merchant typed first stands on the channel, in one parcel. */
function judgeTracking(people: Participants, order: Order, row: Row): Violation[] {
  const typed = people.tracked.get(row.id);
  if (!typed) return [];
  const numbers = shownNumbers(people, order.id);
  // Given in the seller's pages, or by the channel's own carrier.
  const isBySeller = numbers.some((number) => /^(SC|TT)/.test(number));
  if (isBySeller || order.pendingCancelId !== undefined) return [];
  if (numbers.length === 1 && typed.includes(numbers[0] ?? "")) return [];
  return [
    { rule: "tracking", text: `typed ${typed.join(", ")}, shown ${numbers.join(", ") || "none"}` },
  ];
}

/** What the merchant left to the channel is the seller's own to keep right. */
function judgeOffer(people: Participants, link: SkuLink, free: FreeUnits): Violation[] {
  if (people.leftAlone.has(link.productId)) return [];
  const { storage } = people.world;
  const product = storage.get<Product>("tts:product", link.listingId);
  const sku = storage.get<Sku>("tts:sku", link.skuId);
  if (!sku || product?.productStatus !== "ACTIVATE")
    return judgeOffSale(people, link, product, free);
  const wanted = sellableOf(people, link, free);
  const shown = sku.stock.reduce((sum, { available }) => sum + available, 0);
  const price = rightPrice(people, link);
  const found: Violation[] = [];
  if (isTakenDown(people, link, free))
    found.push({ rule: "stock shown", text: `${namedThreshold(people, link)} is on sale` });
  if (shown !== wanted)
    found.push({ rule: "stock shown", text: `${keyOf(link)} shows ${shown}, right is ${wanted}` });
  if (people.isThere(link) && sku.priceMinor !== price)
    found.push({
      rule: "price shown",
      text: `${keyOf(link)} shows ${sku.priceMinor}, right is ${price}`,
    });
  return found;
}

/** What may be sold: nothing of a product that is switched off, of what the store has no more, or of what is low. */
function sellableOf(people: Participants, link: SkuLink, free: FreeUnits): number {
  if (!people.isOn(link) || !people.isThere(link)) return 0;
  const { left, shown } = offeredOf(people, link, Math.max(0, free(link)));
  return lowOf(people, link, left).isEmptied ? 0 : shown;
}

/**
 * A listing may be off sale only when nothing of it can be sold, or one of its SKUs must not be: the
 * channel takes no 0.
 */
function judgeOffSale(
  people: Participants,
  link: SkuLink,
  product: Product | undefined,
  free: FreeUnits,
): Violation[] {
  const left = sellableOf(people, link, free);
  const siblings = people.links.filter(({ listingId }) => listingId === link.listingId);
  const isHeld = siblings.some((one) => sellableOf(people, one, free) === 0);
  if (isHeld || isTakenDown(people, link, free) || people.offSale.has(link.listingId)) return [];
  const text = `${keyOf(link)} is ${product?.productStatus ?? "gone"} with ${left} to sell`;
  return [{ rule: "stock shown", text }];
}

/**
 * The store's own count: what it began with, what people moved, less what was sold and kept. PrestaShop
 * gives nothing of a pack back when its order is cancelled, nor of its parts.
 */
function judgeCounts(people: Participants): Violation[] {
  const orders = people.store.rows("orders");
  const kept = new Set(
    orders
      .filter((row) => !people.startOrders.has(row.id) && !isUnfinished(people, row))
      .flatMap(({ id }) => (isCancelled(orders, id) ? [] : [id])),
  );
  const details = people.store
    .rows("order_details")
    .filter((line) => kept.has(valueOf(line, "id_order")));
  return people.links
    .filter((link) => !isBoundByPack(people, link))
    .flatMap((link) => {
      const sold = details
        .filter(
          (line) =>
            valueOf(line, "product_id") === link.productId &&
            (valueOf(line, "product_attribute_id") || "0") === link.combinationId,
        )
        .reduce((sum, line) => sum + Number(valueOf(line, "product_quantity")), 0);
      const key = keyOf(link);
      const right = (people.startStock.get(key) ?? 0) + (people.moved.get(key) ?? 0) - sold;
      const counted = people.quantityOf(link);
      if (counted === right) return [];
      return [{ rule: "stock counted" as const, text: `${key} has ${counted}, right is ${right}` }];
    });
}

function judgeSecrets(people: Participants): Violation[] {
  const secrets = secretsOf(people);
  const line = people.system.log.find((text) => secrets.some((secret) => text.includes(secret)));
  return line ? [{ rule: "secret", text: `logged: ${line.slice(0, 200)}` }] : [];
}
