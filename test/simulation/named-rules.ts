/** Named histories of thresholds of low stock and rules of prices. */
import { step, type NamedHistory } from "./named-step";

export const RULE_HISTORIES: readonly NamedHistory[] = [
  {
    name: "a threshold that an order reaches, and is taken away again",
    steps: [
      step("watchProduct", 3, { roll: 0.3 }),
      step("order", 6, { roll: 0.9 }),
      step("storeCancels", 6),
      step("watchNoProduct", 5),
    ],
  },
  {
    name: "prices by a rule before and during a discount, and as in the store again",
    steps: [
      step("markUp", 3, { roll: 0.3 }),
      step("erpDiscount", 1, { roll: 0.3 }),
      step("markUpProduct", 3, { roll: 0.6 }),
      step("reprice", 3, { roll: 0.4 }),
      step("markUpNothing", 5),
      step("markUpNoProduct", 5),
    ],
  },
  {
    name: "a threshold of all products that shows SKUs as sold out, and a crash while it is saved",
    steps: [
      step("watchStock", 1, { roll: 0.7, crashAt: { effect: 20, when: "after" } }),
      step("orderOfTwo", 6),
      step("restock", 3, { roll: 0.9 }),
    ],
  },
  {
    name: "a death while a listing is taken off sale under a threshold that is taken away then",
    only: "module",
    begins: "with orders",
    steps: [
      step("none", 0, { which: 0.99, roll: 0.76, crashAt: { effect: 86, when: "before" } }),
      step("watchStock", 130 / 60, { which: 0.503, roll: 0.87 }),
      step("watchNoStock", 0, { which: 0.349, roll: 0.44 }),
    ],
  },
  {
    name: "a share held back of all and of one, an order, and all of it shown again",
    steps: [
      step("holdShare", 3, { roll: 0.4 }),
      step("order", 6, { roll: 0.9 }),
      step("holdShareOfProduct", 3, { roll: 0.8 }),
      step("restock", 3, { roll: 0.7 }),
      step("holdNoShareOfProduct", 3),
      step("holdNoShare", 5),
    ],
  },
  {
    name: "a share held back of a category, which a product comes into and leaves",
    steps: [
      step("holdShareOfCategory", 3, { roll: 0.4 }),
      step("moveCategory", 6, { roll: 0.1, which: 0.9, key: "7:0" }),
      step("order", 3, { roll: 0.9, key: "7:0" }),
      step("moveCategory", 3, { roll: 0.9, key: "7:0" }),
    ],
  },
  {
    name: "everything that came is replayed while an order is made, and once more after a crash",
    steps: [
      step("order", 0, { roll: 0.4 }),
      step("replays", 1, { roll: 0.9, crashAt: { effect: 30, when: "after" } }),
      step("replays", 5, { roll: 0.9 }),
      step("replays", 5, { roll: 0.7 }),
    ],
  },
  {
    name: "a parcel of the channel's carrier, arranged in Weft",
    steps: [
      step("orderCarried", 5, { roll: 0.5 }),
      step("arrangeShipping", 10, { roll: 0.5, crashAt: { effect: 6, when: "after" } }),
      step("deliver", 6),
    ],
  },
  {
    name: "a parcel of the channel's carrier, sent from the store",
    steps: [step("orderCarried", 5), step("shipNoTracking", 10), step("addTracking", 6)],
  },
  {
    name: "shipped in Seller Center, then in the store",
    steps: [step("order", 5), step("sellerCenterShips", 10), step("ship", 6)],
  },
  {
    name: "delivered on the channel, and in the store where the merchant wants it",
    steps: [
      step("passDelivered", 1),
      step("order", 5),
      step("ship", 10, { roll: 0.5 }),
      step("deliver", 6),
    ],
  },
];
