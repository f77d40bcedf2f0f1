// Orders and tasks in every state, in the shapes of src/contract.
import { hour, minute, names, now, picture, reasonsOf } from "./fixture-parts.mjs";

const orderStates = [
  ["unpaid", "waiting"],
  ["on_hold", "waiting"],
  ["awaiting_shipment", "unsynced"],
  ["awaiting_shipment", "unfulfilled"],
  ["awaiting_collection", "fulfilled"],
  ["completed", "fulfilled"],
  ["cancelled", "cancelled"],
  ["cancelled", "cancelled", true],
];
export const orders = orderStates.map(([channelState, tab, isArchived = false], index) => ({
  id: `57708761441852${1000 + index}`,
  channelState,
  tab,
  isArchived,
  kind: null,
  returned: null,
  sourceOrderId: index > 2 ? String(100 + index) : null,
  sourceReference: index > 2 ? "XKBKNABJK" : null,
  sourceOrderUrl: index > 3 ? `https://demo.shop.example/admin1/${100 + index}` : null,
  trackingNumber: index > 3 ? "RM123456789GB" : null,
  totalMinor: 4271 + index * 310,
  currency: "GBP",
  buyerName: "J*** S***",
  unitCount: 1 + (index % 3),
  goods: { name: "Hummingbird printed sweater", imageUrl: null, units: 1 + (index % 3) },
  problem:
    tab === "unsynced" ? { code: "order.line_unlinked", facts: { skus: ["old-mug-01"] } } : null,
  placedAt: now - index * 7 * hour - 9 * minute,
  shipBy: index === 3 ? now + 30 * hour : null,
}));
/** What the channel lists and the store does not have. */
export const missedOrders = {
  rows: ["due", "unpaid", "on_hold", "sent", "older", "cancelled", "platform", "unreadable"].map(
    (why, index) => ({
      id: `57708761441853${1000 + index}`,
      order:
        why === "unreadable"
          ? null
          : {
              channelState: [
                "awaiting_shipment",
                "unpaid",
                "on_hold",
                "in_transit",
                "completed",
                "cancelled",
              ][index % 6],
              placedAt: now - index * 20 * hour,
              totalMinor: 3152,
              currency: "GBP",
              buyerName: "J*** S***",
            },
      why,
      problem: null,
    }),
  ),
  inStore: 12,
  next: null,
};
/** The first orders are not in the store; one shows what is owed and is short of a unit. */
const storeOf = (id) => {
  const index = orders.findIndex((row) => row.id === id);
  if (index < 3) return null;
  const isOwed = index === 4;
  const totalMinor = isOwed ? 3552 : 3152;
  return {
    moneyChoice: isOwed ? "owed" : "paid",
    expectedMinor: totalMinor,
    productsMinor: isOwed ? 3102 : 2854,
    shippingMinor: isOwed ? 450 : 300,
    discountMinor: isOwed ? 0 : 2,
    totalMinor,
    taxes: [
      { rate: "20.000", netMinor: 2293, taxMinor: 459 },
      isOwed
        ? { rate: "5.000", netMinor: 762, taxMinor: 38 }
        : { rate: "5.000", netMinor: 381, taxMinor: 19 },
    ],
    refunds: [],
    oversold: isOwed
      ? [{ productId: "1", variantId: "2", name: "Hummingbird printed t-shirt", short: 1 }]
      : [],
    recounted: [],
  };
};
export const orderOf = (id) => ({
  ...(orders.find((row) => row.id === id) ?? orders[2]),
  channelOrderUrl: "https://seller.example/order",
  paidAt: now - 6 * hour,
  shipping: { isByChannel: true, canArrange: true, hasLabel: false, canPack: false },
  parcels: [],
  hasCancelRequest: false,
  returns: [],
  address: {
    name: "Jo Smith",
    lines: ["12 Market Street", "Leeds LS1 6DT", "United Kingdom"],
    remarks: [{ part: "phone", kind: "hidden" }],
  },
  lines: [
    {
      id: "1",
      name: "Hummingbird printed t-shirt",
      variantName: "Size: M",
      sellerSku: "demo_1-M",
      imageUrl: picture(10),
      priceMinor: 1912,
      isLinked: true,
      productId: "1",
      isCancelled: false,
      channelSkuId: "1729382256910270001",
      needsVariant: false,
    },
    {
      id: "2",
      name: "Old mug",
      variantName: "",
      sellerSku: "old-mug-01",
      imageUrl: null,
      priceMinor: 1190,
      isLinked: false,
      productId: null,
      isCancelled: false,
      channelSkuId: "1729382256910270002",
      needsVariant: id === orders[2].id,
    },
  ],
  sum: {
    goodsMinor: 3402,
    shippingMinor: 499,
    sellerDiscountMinor: 300,
    platformDiscountMinor: 250,
    shippingSellerDiscountMinor: 0,
    shippingPlatformDiscountMinor: 150,
    shippingCofundedDiscountMinor: 49,
    paymentDiscountMinor: 0,
    feesMinor: 0,
    salesTaxMinor: 0,
    containedTaxMinor: 525,
    paidMinor: 3152,
  },
  choices: [
    { productId: "7", variantId: "0", name: "Mug The adventure begins", sku: "demo_12" },
    { productId: "7", variantId: "9", name: "Mug, Black", sku: "old-mug-01" },
  ],
  store: storeOf(id),
  timeline: [
    { kind: "received", facts: { state: "unpaid" }, at: now - 7 * hour },
    { kind: "state", facts: { from: "unpaid", to: "awaiting_shipment" }, at: now - 6 * hour },
    {
      kind: "held",
      facts: { code: "order.line_unlinked", skus: ["old-mug-01"] },
      at: now - 6 * hour,
    },
  ],
});
const task = (id, kind, state, counts, total, ageMs, problem = null) => ({
  id,
  kind,
  state,
  total,
  counts,
  problem,
  startedBy: "Ada Weaver",
  createdAt: now - ageMs,
  finishedAt: ["running", "waiting", "unconfirmed"].includes(state) ? null : now - ageMs + 83_000,
  confirmBy: state === "unconfirmed" ? now - ageMs + 24 * hour : null,
});
export const tasks = [
  task("t1", "push-products", "running", { done: 42, failed: 3 }, 120, 2 * minute),
  task(
    "t2",
    "pull-products",
    "completed",
    { found: 312, created: 4, updated: 11, unchanged: 297 },
    312,
    3 * hour,
  ),
  task("t5", "change-listing-state", "unconfirmed", { skipped: 4 }, 92, 4 * hour),
  task("t3", "push-products", "completed", { done: 88, failed: 4 }, 92, 26 * hour),
  task("t4", "refresh-orders", "error", {}, null, 30 * hour, {
    code: "tiktok.unavailable",
    facts: {},
  }),
];
export const taskOf = (id) => ({
  ...(tasks.find((row) => row.id === id) ?? tasks[0]),
  action: id === "t5" ? "deactivate" : null,
  items: [
    {
      key: "1",
      label: names[0],
      state: "done",
      reasons: [],
      before: { status: "live", title: "Hummingbird", description: null },
      after: {
        status: "paused",
        title: names[0],
        description: "Soft",
        price: { minMinor: 1912, maxMinor: 1912, currency: "GBP" },
        isActive: true,
      },
    },
    {
      key: "4",
      label: names[3],
      state: "failed",
      reasons: reasonsOf("sync_failed"),
      before: null,
      after: null,
    },
    { key: "5", label: names[4], state: "waiting", reasons: [], before: null, after: null },
  ],
  next: null,
});

/** What has to go by when, and the shop's rates. */
export const dispatchOf = (isFull) =>
  isFull
    ? { late: 3, today: 5, orders: 240, cancelled: 4, dispatched: 200, dispatchedLate: 9 }
    : { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
