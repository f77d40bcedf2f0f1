/**
 * What people do in a history: buyers, the merchant in the store and in the seller's pages, and an
 * ERP that writes by SQL. An act that cannot be done at that moment is left out, as people leave it.
 */
import type { OrderStatus } from "../../simulator/tiktok-shop/orders/order";
import type { PackType } from "./notes";
import type { Participants } from "./participants";
import { replayOf } from "./replay-of";

/** Both 0 <= x < 1. */
export interface Choice {
  /** Which order, or which SKU, the act is about. */
  which: number;
  /** The SKU by the variant of the store that it stands for, "1:2". */
  key?: string;
  /** How many units, which number. */
  roll: number;
}

type Act = (people: Participants, choice: Choice) => void | Promise<unknown>;

const skuOf = (people: Participants, { which, key }: Choice) =>
  key === undefined ? people.pickSku(which) : people.skuOf(key);

const wholeOf = ({ roll }: Choice, below: number) => Math.floor(roll * below);

const buy =
  (status: OrderStatus, shippingType: "SELLER" | "TIKTOK" = "SELLER"): Act =>
  (people, choice) => {
    const { skuId } = skuOf(people, choice);
    const quantity = 1 + wholeOf(choice, 3);
    people.noteOrder(
      people.world.tiktok.placeOrder({ lines: [{ skuId, quantity }], status, shippingType }),
    );
  };

const onOrder =
  (act: (people: Participants, orderId: string, choice: Choice) => void): Act =>
  (people, choice) => {
    const orderId = people.pickOrder(choice.which);
    if (orderId !== undefined) act(people, orderId, choice);
  };

/** On the order in the store that an order of the channel became. */
const onStoreOrder = (
  act: (people: Participants, storeOrderId: string, choice: Choice) => void,
): Act =>
  onOrder((people, orderId, choice) => {
    const [found] = people.storeOrdersOf(orderId);
    if (found) act(people, found.id, choice);
  });

/** A rule of all products or of one is set; `roll` null: taken away. */
const ruling =
  (
    what: "setThreshold" | "setPrice" | "setShare",
    of: "all" | "own" | "category",
    roll?: null,
  ): Act =>
  (people, choice) =>
    people.rules[what](skuOf(people, choice), of, roll === null ? null : choice.roll);

/** The merchant's own pages; a refusal there is an answer, not a fault. */
const inWeft =
  (method: string, path: string, body: unknown): Act =>
  (people) =>
    people.inWeft(method, path, body);

export const ACTS = {
  none: () => {},
  order: buy("AWAITING_SHIPMENT"),
  orderOfTwo: (people, choice) => {
    const lines = [skuOf(people, choice), people.pickSku((choice.which + 0.37) % 1)].map(
      ({ skuId }) => ({
        skuId,
        quantity: 1 + wholeOf(choice, 2),
      }),
    );
    people.noteOrder(people.world.tiktok.placeOrder({ lines }));
  },
  orderHold: buy("ON_HOLD"),
  orderUnpaid: buy("UNPAID"),
  pay: onOrder(({ world }, id) => world.tiktok.advanceOrder(id, "AWAITING_SHIPMENT")),
  askCancel: onOrder(({ world }, id) => void world.tiktok.buyerCancels(id)),
  systemCancel: onOrder((people, id) => {
    if (people.statusOf(id) !== "AWAITING_COLLECTION")
      people.world.tiktok.advanceOrder(id, "CANCELLED");
  }),
  sellerCenterShips: onOrder(({ world }, id) =>
    world.tiktok.advanceOrder(id, "AWAITING_COLLECTION"),
  ),
  deliver: onOrder((people, id) => {
    if (people.statusOf(id) === "AWAITING_COLLECTION")
      people.world.tiktok.advanceOrder(id, "DELIVERED");
  }),
  buyerReturns: onOrder(({ world }, id) => void world.tiktok.buyerReturns(id)),
  restock: (people, choice) => people.moveStock(skuOf(people, choice), 1 + wholeOf(choice, 9)),
  sellInStore: (people, choice) => people.moveStock(skuOf(people, choice), -1 - wholeOf(choice, 3)),
  erpStock: (people, choice) =>
    people.moveStock(skuOf(people, choice), wholeOf(choice, 9) - 4, true),
  sellOut: (people, choice) => people.emptyStock(skuOf(people, choice)),
  ship: onStoreOrder((people, id, choice) =>
    people.ship(id, `TRK${wholeOf(choice, 900_000) + 100_000}`),
  ),
  shipNoTracking: onStoreOrder((people, id) => people.ship(id)),
  addTracking: onStoreOrder((people, id, choice) =>
    people.track(id, `TRN${wholeOf(choice, 900_000) + 100_000}`),
  ),
  storeCancels: onStoreOrder((people, id) => people.cancelInStore(id)),
  reprice: (people, choice) => people.reprice(skuOf(people, choice), 1 + wholeOf(choice, 9)),
  switchOff: (people, choice) => people.switchProduct(skuOf(people, choice), false),
  switchOn: (people, choice) => people.switchProduct(skuOf(people, choice), true),
  erpPrice: (people, choice) =>
    people.repriceSilently(skuOf(people, choice), 1 + wholeOf(choice, 9)),
  erpDiscount: (people, choice) =>
    people.discountSilently(skuOf(people, choice), 1 + wholeOf(choice, 20)),
  discountNow: (people, choice) =>
    people.discount(skuOf(people, choice), 0.1, { from: -60, to: 60 }),
  discountLater: (people, choice) =>
    people.discount(skuOf(people, choice), 0.2, { from: 3, to: 6 + wholeOf(choice, 4) }),
  /** The store counts its pack by itself, by its parts, or by both from now on. */
  countPack: (people, choice) => people.countPack(["0", "1", "2"][wholeOf(choice, 3)] as PackType),
  deleteProduct: (people, choice) => people.deleteProduct(skuOf(people, choice)),
  deleteCombination: (people, choice) => people.deleteCombination(skuOf(people, choice)),
  remakeDeleted: (people) => people.remakeDeleted(),
  addShop: (people) => people.addShop(),
  grantReturns: onOrder((people, id) => people.grantReturns(id)),
  storeRefunds: onStoreOrder((people, id) => people.refundInStore(id)),
  storeGivesBack: onStoreOrder((people, id, choice) =>
    people.giveBack(id, 50 + wholeOf(choice, 400)),
  ),
  sellerCountsStock: (people, choice) =>
    people.world.tiktok.sellerEdits(skuOf(people, choice).skuId, {
      quantity: 1 + wholeOf(choice, 500),
    }),
  sellerPrices: (people, choice) =>
    people.world.tiktok.sellerEdits(skuOf(people, choice).skuId, {
      price: `${5 + wholeOf(choice, 90)}.50`,
    }),
  sellerStops: (people, choice) => people.takeOffSale(skuOf(people, choice)),
  buyerMoves: onOrder(({ world }, id, choice) =>
    world.tiktok.buyerMoves(id, { line1: `${1 + wholeOf(choice, 99)} Other Street` }),
  ),
  /** Somebody who knows no secret says that the order is cancelled, and that stock changed. */
  forge: onOrder((people, id, choice) => people.forge(id, wholeOf(choice, 900_000))),
  leaveNumbers: (people, choice) => people.ruleNumbers(skuOf(people, choice), "channel"),
  sendNumbers: (people, choice) => people.ruleNumbers(skuOf(people, choice), "source"),
  watchStock: ruling("setThreshold", "all"),
  watchProduct: ruling("setThreshold", "own"),
  watchNoStock: ruling("setThreshold", "all", null),
  watchNoProduct: ruling("setThreshold", "own", null),
  markUp: ruling("setPrice", "all"),
  markUpProduct: ruling("setPrice", "own"),
  markUpNothing: ruling("setPrice", "all", null),
  markUpNoProduct: ruling("setPrice", "own", null),
  /** The channel's own carrier brings it, under a number and a label of the channel. */
  orderCarried: buy("AWAITING_SHIPMENT", "TIKTOK"),
  arrangeShipping: (people, choice) => {
    const orderId = people.pickOrder(choice.which);
    const method = ["agreed", "drop_off", "pick_up"][wholeOf(choice, 3)];
    return orderId === undefined
      ? undefined
      : people.inWeft("POST", `/orders/${orderId}/hand-over`, { method });
  },
  passDelivered: (people, { roll }) => people.rules.setDelivered(roll < 0.8),
  retryOrder: (people, choice) => {
    const orderId = people.pickOrder(choice.which);
    return orderId === undefined
      ? undefined
      : people.inWeft("POST", `/orders/${orderId}/retry`, {});
  },
  pull: inWeft("POST", "/pull", {}),
  push: inWeft("POST", "/push", { selection: { filter: { tab: "all" } } }),
  archiveOrder: (people, choice) => {
    const orderId = people.pickOrder(choice.which);
    const body = { orderIds: [orderId], isArchived: choice.roll < 0.7 };
    return orderId === undefined ? undefined : people.inWeft("POST", "/orders/archive", body);
  },
  archiveCancelled: (people, { roll }) =>
    people.rules.setHandling({ archivesCancelled: roll < 0.8 }),
  /** The merchant has Weft read an order, a product, all that came, or all its own records again. */
  replays: (people, choice) => people.inWeft("POST", "/replay", { of: replayOf(people, choice) }),
  holdShare: ruling("setShare", "all"),
  holdShareOfProduct: ruling("setShare", "own"),
  holdNoShare: ruling("setShare", "all", null),
  holdNoShareOfProduct: ruling("setShare", "own", null),
  holdShareOfCategory: ruling("setShare", "category"),
  holdNoShareOfCategory: ruling("setShare", "category", null),
  /** A product is sold in the category of another one, or as its category in the store says. */
  moveCategory: (people, choice) =>
    people.rules.setCategory(
      skuOf(people, choice),
      choice.roll < 0.7 ? people.pickSku((choice.which + 0.37) % 1) : undefined,
    ),
  retryOrders: (people, { roll }) => people.rules.setHandling({ retriesOrders: roll < 0.3 }),
} satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;
