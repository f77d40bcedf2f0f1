/** Histories that once went wrong, or must never: each is played in every run of the tests. */
import type { History, PlantedFault } from "./history";
import { RULE_HISTORIES } from "./named-rules";
import { MINUTE_MS, step, type NamedHistory } from "./named-step";
import type { Transport } from "./start";

/** The SKUs that packs bind: the pack itself, and the mug in it. */
const PACK = { key: "15:0" };
const MUG = { key: "7:0" };
/** Three units, and the type "by its parts". */
const THREE = { roll: 0.9 };
const BY_PARTS = { roll: 0.5 };

/** A write of the store, once. */
const ON_STORE = { side: "prestashop", method: "POST", times: 1 } as const;

/** Takes one unit, as an ERP writes it. */
const oneLess = { roll: 0.4 };

const once = (fault: Partial<PlantedFault> & Pick<PlantedFault, "kind">) => ({
  faults: [{ side: "prestashop", times: 1, method: "POST", ...fault } as PlantedFault],
});

const refusedTokens = {
  faults: [{ side: "tiktok-shop", kind: "token-expired", times: 6 } as PlantedFault],
};

export const NAMED_HISTORIES: readonly NamedHistory[] = [
  ...RULE_HISTORIES,
  {
    name: "an order is made, shipped and delivered",
    steps: [step("order", 5), step("ship", 10, { roll: 0.5 }), step("deliver", 5)],
  },
  {
    name: "a sale in the store and a cancellation between two scans",
    steps: [
      step("orderHold", 7),
      step("none", 2),
      step("erpStock", 0, { ...oneLess, cron: false, loseAlarms: true }),
      step("systemCancel", 7),
      step("none", 7),
    ],
  },
  {
    name: "a restock and an order that leave the wanted number as it was",
    steps: [step("order", 7), step("restock", 0), step("order", 7), step("storeCancels", 10)],
  },
  {
    name: "shipped without a number, then cancelled by the platform",
    steps: [step("order", 5), step("shipNoTracking", 5), step("systemCancel", 10)],
  },
  {
    name: "refunded in the store before Weft knew that the order was made",
    steps: [
      step("order", 0.5, { crashAt: { effect: 52, when: "before" } }),
      step("storeRefunds", 0, { roll: 0.95 }),
    ],
  },
  ...([0, 1, "payment", "hook"] as const).map((place) => ({
    name: `a store that ends in the midst of an order, at ${place}`,
    steps: [
      step("orderOfTwo", 10, { faults: [{ kind: "dies", side: "prestashop", place }] }),
      step("ship", 5),
    ],
  })),
  {
    name: "a store that ends in the midst of an order, and of the one made anew",
    steps: [
      step("orderOfTwo", 4, { faults: [{ kind: "dies", side: "prestashop", place: 1 }] }),
      step("none", 20, { faults: [{ kind: "dies", side: "prestashop", place: 1 }] }),
    ],
  },
  {
    name: "a store that ends in the midst of an order that is cancelled then",
    steps: [
      step("orderOfTwo", 2, { faults: [{ kind: "dies", side: "prestashop", place: 1 }] }),
      step("systemCancel", 10),
    ],
  },
  {
    name: "a variant that is sold out beside others",
    steps: [step("sellOut", 10)],
  },
  {
    name: "a variant that is sold out beside others and comes back",
    steps: [step("sellOut", 10), step("restock", 10)],
  },
  {
    name: "a product that is switched off",
    steps: [step("switchOff", 10)],
  },
  {
    name: "a product that is switched off and on again, and sold meanwhile",
    steps: [step("switchOff", 10), step("sellInStore", 2), step("switchOn", 10)],
  },
  {
    name: "a seller who writes another stock into Seller Center",
    steps: [step("sellerCountsStock", 15, { roll: 0.9 })],
  },
  {
    name: "a seller who writes another price into Seller Center",
    steps: [step("sellerPrices", 15)],
  },
  {
    name: "a product that is switched off while its price changes",
    steps: [step("switchOff", 0.02), step("reprice", 10), step("switchOn", 70)],
  },
  {
    name: "a price that changes while the seller has the product off sale",
    steps: [step("sellerStops", 1), step("erpPrice", 10)],
  },
  {
    name: "a price written with SQL",
    steps: [step("erpPrice", 10)],
  },
  {
    name: "a price saved while no event arrives",
    steps: [step("reprice", 0, { store: "silent" }), step("none", 10)],
  },
  {
    name: "a discount that begins and ends by the clock",
    steps: [step("erpDiscount", 12, { roll: 0.2 })],
  },
  {
    name: "a page of HTML in place of the store's answer",
    steps: [step("order", 7, once({ kind: "html" }))],
  },
  {
    name: "a firewall in front of the store, for a while",
    steps: [step("order", 30, once({ kind: "status", status: 403, times: 12 }))],
  },
  {
    name: "an address that is not found while the store is deployed",
    steps: [step("order", 7, once({ kind: "status", status: 404 }))],
  },
  {
    name: "an event's read that a firewall refuses",
    only: "module",
    steps: [step("restock", 7, once({ kind: "status", status: 403, times: 3 }))],
  },
  {
    name: "the Worker dies after the store made the order",
    steps: [step("order", 7, once({ kind: "crash", when: "after" }))],
  },
  {
    name: "the Worker dies before the store made the order",
    steps: [step("order", 7, once({ kind: "crash", when: "before" }))],
  },
  {
    name: "alarms that never ring",
    steps: [step("order", 0, { loseAlarms: true }), step("none", 7)],
  },
  {
    name: "alarms that never ring, and no call that sets another",
    steps: [step("none", 3), step("erpStock", 7, { ...oneLess, loseAlarms: true })],
  },
  {
    name: "a key that is refused for a while",
    steps: [
      step("erpStock", 20, {
        ...oneLess,
        ...once({ kind: "status", status: 401, times: 6, method: "GET" }),
      }),
    ],
  },
  {
    name: "two instances of a ledger make one order",
    steps: [
      step("order", 0.02, { twins: true }),
      step("none", 0.02, { twins: true }),
      step("ship", 7),
    ],
  },
  {
    name: "some SKUs of a call are refused beside the others",
    steps: [
      step("push", 2),
      step("erpStock", 7, {
        ...oneLess,
        faults: [{ side: "tiktok-shop", kind: "partial", times: 1, method: "POST" }],
      }),
    ],
  },
  {
    name: "notifications that nobody signed",
    steps: [step("order", 5), step("forge", 5)],
  },
  {
    name: "no notification arrives",
    steps: [step("order", 7, { webhooks: "drop" }), step("systemCancel", 10)],
  },
  {
    name: "messages and notifications arrive twice",
    steps: [
      step("order", 7, { webhooks: "duplicate", duplicates: true }),
      step("push", 7),
      step("ship", 7, { roll: 0.3 }),
    ],
  },
  {
    name: "everything dies twice while an order is made",
    steps: [
      step("order", 0.05, { kill: true }),
      step("none", 0.1, { kill: true }),
      step("none", 7),
    ],
  },
  {
    name: "a seller's number of stock while tokens are refused",
    steps: [step("sellerCountsStock", 5, { roll: 0.9, ...refusedTokens }), step("none", 15)],
  },
  {
    name: "a seller's price while tokens are refused",
    steps: [step("sellerPrices", 5, refusedTokens), step("none", 15)],
  },
  {
    name: "an order while tokens are refused",
    steps: [step("order", 5, refusedTokens), step("ship", 5, { roll: 0.4, ...refusedTokens })],
  },
  {
    name: "a product that is deleted while its order is half made",
    steps: [
      step("order", 1, once({ kind: "rate-limit", method: "PATCH", times: 2 })),
      step("deleteProduct", 1),
    ],
  },
  {
    name: "one of two products that is deleted before the order's cart is filled",
    only: "store",
    steps: [step("orderOfTwo", 1 / 60, { roll: 0.6 }), step("deleteProduct", 15)],
  },
  {
    name: "a combination that is deleted and made again",
    steps: [step("deleteCombination", 10), step("remakeDeleted", 10), step("push", 10)],
  },
  {
    name: "a product that is deleted and made again, with an order of before",
    steps: [step("order", 5), step("deleteProduct", 10), step("remakeDeleted", 10)],
  },
  {
    name: "money that both sides give back after the delivery",
    steps: [
      step("order", 5),
      step("ship", 5, { roll: 0.6 }),
      step("deliver", 5),
      step("buyerReturns", 1),
      step("grantReturns", 5),
      step("storeRefunds", 5),
    ],
  },
  {
    name: "money that the store gives back before it ships, and then the platform cancels",
    steps: [step("order", 5), step("storeRefunds", 5), step("systemCancel", 5)],
  },
  {
    name: "an order that is shipped and refunded before anybody looks",
    steps: [step("order", 2), step("ship", 0, { roll: 0.3 }), step("storeRefunds", 5)],
  },
  {
    name: "a part given back in the store, and another after the order was delivered",
    steps: [
      step("order", 5),
      step("storeGivesBack", 5),
      step("ship", 5, { roll: 0.5 }),
      step("deliver", 5),
      step("storeGivesBack", 5, { roll: 0.5 }),
    ],
  },
  {
    name: "a number that is typed a third time",
    steps: [
      step("order", 5),
      step("ship", 5),
      step("addTracking", 2, { roll: 0.1 }),
      step("addTracking", 2, { roll: 0.2 }),
    ],
  },
  {
    name: "a number that is typed a third time, and then the second again",
    steps: [
      step("order", 5),
      step("ship", 5),
      step("addTracking", 2, { roll: 0.1 }),
      step("addTracking", 2, { roll: 0.2 }),
      step("addTracking", 5, { roll: 0.1 }),
    ],
  },
  {
    name: "an installation that becomes one of two shops",
    steps: [step("addShop", 2), step("order", 5), step("reprice", 5), step("erpStock", 5, oneLess)],
  },
  {
    name: "a listing that Weft took off sale, and an old answer that shows it on sale",
    steps: [
      step("switchOff", 0.02),
      step("none", 0.5, { faults: [{ side: "tiktok-shop", kind: "stale", times: 4 }] }),
      step("switchOn", 15),
    ],
  },
  {
    name: "a product that is sold out while the channel shows old answers",
    steps: [
      step("none", 2, { faults: [{ side: "tiktok-shop", kind: "stale", times: 4 }] }),
      step("sellOut", 1, { key: "2:10" }),
      step("restock", 15, { key: "2:10" }),
    ],
  },
  {
    name: "a new token whose answer is lost, and a merchant who agrees once more",
    steps: [
      step("reprice", 0.5, { roll: 0.87 }),
      step("none", 0.02, {
        faults: [{ side: "tiktok-shop", kind: "token-expired", times: 1, method: "POST" }],
      }),
      step("switchOff", 1.2, {
        key: "18:38",
        faults: [
          {
            side: "tiktok-shop",
            kind: "timeout",
            times: 2,
            method: "GET",
            when: "after",
            holdMs: MINUTE_MS,
          },
        ],
      }),
    ],
  },
  {
    name: "a product that is switched off while the store's copies show it on sale",
    steps: [
      step("switchOff", 2.5, { faults: [{ side: "prestashop", kind: "stale", times: 4 }] }),
      step("none", 12),
    ],
  },
  {
    name: "a pack that is counted another way while the store's copies show the old one",
    only: "module",
    steps: [
      step("countPack", 2.5, {
        ...BY_PARTS,
        faults: [{ side: "prestashop", kind: "stale", times: 4 }],
      }),
    ],
  },
  {
    name: "a pack that is counted by its parts, then by itself",
    steps: [step("countPack", 10, BY_PARTS), step("countPack", 10)],
  },
  {
    name: "a promised pack holds its parts",
    steps: [
      step("countPack", 10, BY_PARTS),
      step("orderHold", 3, { ...PACK, ...THREE }),
      step("sellInStore", 5, MUG),
      step("pay", 10),
    ],
  },
  {
    name: "promised parts leave fewer packs",
    steps: [
      step("countPack", 10, BY_PARTS),
      step("orderHold", 3, { ...MUG, ...THREE }),
      step("systemCancel", 10),
    ],
  },
  {
    name: "a pack that is deleted while it is promised",
    steps: [
      step("countPack", 10, BY_PARTS),
      step("orderHold", 3, { ...PACK, ...THREE }),
      step("deleteProduct", 15, PACK),
    ],
  },
  {
    name: "a firewall in front of the module, whose key makes no orders",
    only: "module",
    steps: [step("order", 2, { faults: [{ ...ON_STORE, kind: "status", status: 404, times: 3 }] })],
  },
  {
    name: "the module's answer is lost, and the store cancels what it made",
    only: "module",
    steps: [
      step("order", 0.1, {
        faults: [{ ...ON_STORE, kind: "timeout", when: "after", holdMs: MINUTE_MS }],
      }),
      step("storeCancels", 0),
    ],
  },
  {
    name: "the module's answer is lost, and the store pays the buyer back",
    only: "module",
    steps: [
      step("order", 0.1, { faults: [{ ...ON_STORE, kind: "crash", when: "after" }] }),
      step("storeRefunds", 1),
    ],
  },
  {
    name: "a store in maintenance for half an hour",
    steps: [step("order", 30, { store: "maintenance" })],
  },
];

export const historiesFor = (transport: Transport): (NamedHistory & { history: History })[] =>
  NAMED_HISTORIES.filter(({ only = transport }) => only === transport).map((named) => ({
    ...named,
    history: { transport, ...(named.begins && { begins: named.begins }), steps: named.steps },
  }));
