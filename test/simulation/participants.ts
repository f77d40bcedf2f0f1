/** One history under way: what people may touch, and what is noted of it for the verdict. */
import { ControlError } from "../../simulator/control-error";
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { Row } from "../../simulator/prestashop/data/row";
import { records, text } from "../../simulator/tiktok-shop/fields";
import type { Order } from "../../simulator/tiktok-shop/orders/order";
import type { Product, Sku } from "../../simulator/tiktok-shop/products/product";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import type { World } from "../../simulator/world";
import type { System } from "./system";
import { categoryOf } from "./categories";
import { sendForged } from "./forge";
import type { Baseline, Notes, PackType } from "./notes";
import { storePrices, type StorePrices } from "./prices";
import { rulesOf, type Rules } from "./set-rules";
import type { Place } from "./places";
import type { Person, Transport } from "./start";

/** A SKU of the channel and the variant of the store that it stands for. */
export interface SkuLink {
  skuId: string;
  listingId: string;
  productId: string;
  combinationId: string;
}

export interface Participants extends StorePrices, Baseline, Omit<Notes, "gone"> {
  system: System;
  transport: Transport;
  connectionId: string;
  readonly world: World;
  /** The merchant's own. */
  readonly store: PrestaShop;
  links: readonly SkuLink[];
  pickSku(roll: number): SkuLink;
  /** Throws for a key of no SKU: a history that names one is about that one. */
  skuOf(key: string): SkuLink;
  pickOrder(roll: number): string | undefined;
  noteOrder(orderId: string): void;
  statusOf(orderId: string): string | undefined;
  orderOf(orderId: string): Order | undefined;
  /** The store's orders that say they are this order of the channel. */
  storeOrdersOf(orderId: string): Row[];
  quantityOf(link: Variant): number;
  moveStock(link: SkuLink, units: number, isSilent?: boolean): void;
  emptyStock(link: SkuLink): void;
  deleteProduct(link: SkuLink): void;
  deleteCombination(link: SkuLink): void;
  /** Everything that was deleted is made again, under new ids and without stock. */
  remakeDeleted(): void;
  /** The installation becomes one of two shops. */
  addShop(): void;
  /** Whether the store still has what a SKU stands for. */
  isThere(link: SkuLink): boolean;
  /** The seller grants what buyers of an order ask back. */
  grantReturns(orderId: string): void;
  takeOffSale(link: SkuLink): void;
  /** Sets in Weft who decides about stock and price of a product: the channel, or the store again. */
  ruleNumbers(link: SkuLink, choice: "channel" | "source"): Promise<void>;
  /** Sets thresholds of low stock and rules of prices in Weft. */
  rules: Rules;
  /** The merchant has the store's packs counted another way from now on. */
  countPack(type: PackType): void;
  isOn(link: SkuLink): boolean;
  switchProduct(link: SkuLink, isOn: boolean): void;
  ship(storeOrderId: string, trackingNumber?: string): void;
  track(storeOrderId: string, trackingNumber: string): void;
  cancelInStore(storeOrderId: string): void;
  /** The money goes back, the goods and the state of being sold stay. */
  refundInStore(storeOrderId: string): void;
  /** A credit slip over a part of an order; its state and its goods stay. */
  giveBack(storeOrderId: string, pence: number): void;
  /** Notifications with signatures that nobody made. */
  forge(orderId: string, number: number): void;
  inWeft(method: string, path: string, body: unknown): Promise<unknown>;
}

export type Variant = Pick<SkuLink, "productId" | "combinationId">;

export const keyOf = (link: Variant): string => `${link.productId}:${link.combinationId}`;

function stockRowOf(store: PrestaShop, { productId, combinationId }: Variant) {
  return store
    .rows("stock_availables")
    .find(
      (row) =>
        valueOf(row, "id_product") === productId &&
        (valueOf(row, "id_product_attribute") || "0") === combinationId,
    );
}

/** How things are before anybody acts. */
export function readBaseline(shop: PrestaShop, links: readonly SkuLink[]): Baseline {
  const packs = shop
    .products()
    .filter(({ links: of }) => (of?.["product_bundle"] ?? []).length > 0);
  const quantityOf = (link: SkuLink) => Number(valueOf(stockRowOf(shop, link), "quantity") || "0");
  return {
    startOrders: new Set(shop.rows("orders").map(({ id }) => id)),
    startStock: new Map(links.map((link) => [keyOf(link), quantityOf(link)])),
    packs: new Set(packs.map(({ id }) => id)),
    packParts: new Set(
      packs.flatMap(({ links: of }) =>
        (of?.["product_bundle"] ?? []).map((part) => part["id"] ?? ""),
      ),
    ),
  };
}

/** The SKUs that the start put on sale in the shop of a seller. */
export function liveLinks(world: World, { seller }: Place): SkuLink[] {
  const shop = world.tiktok.shops().find(({ name }) => name === seller);
  const skus = new Set(world.storage.list<Sku>("tts:sku").map(({ id }) => id));
  return world.storage
    .list<Product>("tts:product")
    .filter(({ productStatus, shopId }) => productStatus === "ACTIVATE" && shopId === shop?.id)
    .flatMap(({ id, content }) =>
      records(content["skus"]).map((sku) => {
        const [productId = "", combinationId = "0"] = text(sku["external_sku_id"]).split(":");
        return { skuId: text(sku["id"]), listingId: id, productId, combinationId };
      }),
    )
    .filter(({ skuId }) => skus.has(skuId));
}

export function openParticipants(
  system: System,
  person: Person,
  links: readonly SkuLink[],
  baseline: Baseline,
  notes: Notes,
): Participants {
  const { orders, moved, tracked, shipped, givenBack, offSale, leftAlone, gone, remade } = notes;
  const rowOf = (resource: "products" | "combinations", id: string) =>
    shop()
      .rows(resource)
      .find((row) => row.id === id);
  const shop = () => person.place.storeOf(system.world);
  const stockRow = (variant: Variant) => stockRowOf(shop(), variant);
  const quantityOf: Participants["quantityOf"] = (link) =>
    Number(valueOf(stockRow(link), "quantity") || "0");
  const isThere = (productId: string) =>
    shop()
      .products()
      .some(({ id }) => id === productId);
  let ruling: Promise<void> = Promise.resolve();
  const people: Participants = {
    system,
    transport: person.transport,
    connectionId: person.connectionId,
    get store() {
      return shop();
    },
    get world() {
      return system.world;
    },
    links,
    ...baseline,
    ...notes,
    pickSku: (roll) => links[Math.floor(roll * links.length)] as SkuLink,
    skuOf(key) {
      const link = links.find((one) => keyOf(one) === key);
      if (!link) throw new Error(`no SKU stands for ${key}`);
      return link;
    },
    pickOrder: (roll) => orders[Math.floor(roll * orders.length)],
    noteOrder: (orderId) => void orders.push(orderId),
    statusOf: (orderId) => people.orderOf(orderId)?.status,
    orderOf: (orderId) => system.world.storage.get<Order>("tts:order", orderId),
    storeOrdersOf: (orderId) =>
      shop()
        .rows("orders")
        .filter((row) => valueOf(row, "note").includes(orderId) && !isLeft(row)),
    quantityOf,
    ...storePrices(shop),
    moveStock(link, units, isSilent = false) {
      if (!stockRow(link)) return;
      const before = quantityOf(link);
      const after = Math.max(0, before + units);
      moved.set(keyOf(link), (moved.get(keyOf(link)) ?? 0) + after - before);
      const { productId, combinationId } = link;
      if (isSilent) shop().setStockSilently(productId, combinationId, after);
      else shop().setStock(productId, combinationId, after);
    },
    emptyStock: (link) => people.moveStock(link, -quantityOf(link)),
    isOn: ({ productId }) =>
      valueOf(
        shop()
          .products()
          .find(({ id }) => id === productId),
        "active",
      ) !== "0",
    switchProduct({ productId }, isOn) {
      if (!isThere(productId)) return;
      shop().saveProduct(productId, { active: isOn ? "1" : "0" });
    },
    isThere: ({ productId, combinationId }) =>
      isThere(productId) &&
      (combinationId === "0" || rowOf("combinations", combinationId) !== undefined),
    deleteCombination(link) {
      const row = rowOf("combinations", link.combinationId);
      if (!row) return;
      moved.set(keyOf(link), (moved.get(keyOf(link)) ?? 0) - quantityOf(link));
      gone.push({ resource: "combinations", row });
      shop().deleteCombination(row.id);
    },
    remakeDeleted() {
      for (const { resource, row } of gone.splice(0)) {
        const productId = valueOf(row, "id_product");
        if (resource === "combinations" && !isThere(productId)) continue;
        const id = shop().remake(resource, row);
        if (resource === "combinations") remade.set(`${productId}:${row.id}`, `${productId}:${id}`);
      }
    },
    addShop() {
      if (shop().rows("shops").length < 2) shop().addShop("Second");
    },
    grantReturns(orderId) {
      const returns = system.world.storage.list<{ id: string; orderId: string; status: string }>(
        "tts:return",
      );
      for (const { id, orderId: of, status } of returns)
        if (of === orderId && status === "RETURN_OR_REFUND_REQUEST_PENDING")
          system.world.tiktok.sellerRefunds(id);
    },
    deleteProduct(link) {
      const row = rowOf("products", link.productId);
      if (row) gone.push({ resource: "products", row });
      for (const one of links)
        if (one.productId === link.productId) {
          const key = keyOf(one);
          moved.set(key, (moved.get(key) ?? 0) - quantityOf(one));
        }
      shop().deleteProduct(link.productId);
    },
    rules: rulesOf(
      quantityOf,
      (productId) => categoryOf(people, productId),
      (...args) => people.inWeft(...args),
    ),
    countPack(type) {
      for (const id of baseline.packs)
        if (isThere(id)) shop().saveProduct(id, { pack_stock_type: type });
    },
    takeOffSale({ listingId }) {
      offSale.add(listingId);
      system.world.tiktok.sellerDeactivates(listingId);
    },
    ruleNumbers({ productId }, choice) {
      leftAlone.add(productId);
      const update = { stock: choice, price: choice };
      const body = { title: null, create: {}, update };
      // One after the other, as a person waits for the page.
      ruling = ruling.then(async () => {
        const answer = await people.inWeft("PUT", `/products/${productId}/rules`, body);
        if (answer !== undefined && choice === "source") leftAlone.delete(productId);
        else leftAlone.add(productId);
      });
      return ruling;
    },
    ship(id, trackingNumber) {
      if (shipped.has(id) || isCancelled(shop().rows("orders"), id)) return;
      shipped.add(id);
      if (trackingNumber) tracked.set(id, [trackingNumber]);
      shop().shipOrder(id, { carrierId: "2", ...(trackingNumber ? { trackingNumber } : {}) });
    },
    track(id, trackingNumber) {
      if (!shipped.has(id)) return;
      tracked.set(id, [...(tracked.get(id) ?? []), trackingNumber]);
      shop().setTracking(id, trackingNumber);
    },
    cancelInStore(id) {
      if (!shipped.has(id)) shop().cancelOrder(id);
    },
    refundInStore(id) {
      if (!isCancelled(shop().rows("orders"), id)) shop().refundOrder(id);
    },
    giveBack(id, pence) {
      if (isCancelled(shop().rows("orders"), id)) return;
      shop().giveBack(id, { products: pence / 100 });
      givenBack.set(id, (givenBack.get(id) ?? 0) + pence);
    },
    forge: (orderId, number) => sendForged(system, person, orderId, number),
    async inWeft(method, path, body) {
      const work = person.call(method, `/api/connections/${person.connectionId}${path}`, body);
      return work.catch(() => {});
    },
  };
  return people;
}

const CANCELLED = "6";

/** Broken off by the store, cancelled, and made anew: its name says so. */
export const isLeft = (row: Row): boolean =>
  valueOf(row, "current_state") === "6" && valueOf(row, "payment").includes("broken off");

export const isCancelled = (orders: readonly Row[], id: string): boolean =>
  valueOf(
    orders.find((row) => row.id === id),
    "current_state",
  ) === CANCELLED;

/** An act that cannot be done is left out. */
export function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (caught) {
    if (caught instanceof ControlError) return undefined;
    throw caught;
  }
}
