// Orders and tasks in every state, in the shapes of src/http/api.ts.
import { hour, minute, names, now, picture, reasonsOf } from "./fixture-parts.mjs";

const orderStates = [
  ["unpaid", "waiting"],
  ["on_hold", "waiting"],
  ["awaiting_shipment", "unsynced"],
  ["awaiting_shipment", "unfulfilled"],
  ["awaiting_collection", "fulfilled"],
  ["completed", "fulfilled"],
  ["cancelled", "cancelled"],
];
export const orders = orderStates.map(([channelState, tab], index) => ({
  id: `57708761441852${1000 + index}`,
  channelState,
  tab,
  sourceOrderId: index > 2 ? String(100 + index) : null,
  sourceReference: index > 2 ? "XKBKNABJK" : null,
  trackingNumber: index > 3 ? "RM123456789GB" : null,
  totalMinor: 4271 + index * 310,
  currency: "GBP",
  buyerName: "J*** S***",
  unitCount: 1 + (index % 3),
  problem:
    tab === "unsynced" ? { code: "order.line_unlinked", facts: { skus: ["old-mug-01"] } } : null,
  placedAt: now - index * 7 * hour - 9 * minute,
  shipBy: index === 3 ? now + 30 * hour : null,
}));
export const orderOf = (id) => ({
  ...(orders.find((row) => row.id === id) ?? orders[2]),
  channelOrderUrl: "https://seller.example/order",
  sourceOrderUrl: null,
  paidAt: now - 6 * hour,
  address: { name: "Jo Smith", lines: ["12 Market Street", "Leeds LS1 6DT", "United Kingdom"] },
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
    },
  ],
  money: [
    { label: "subtotal", amountMinor: 3102 },
    { label: "shipping", amountMinor: 499 },
    { label: "seller_discount", amountMinor: -200 },
    { label: "total", amountMinor: 3401 },
  ],
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
  finishedAt: state === "running" || state === "waiting" ? null : now - ageMs + 83_000,
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
  task("t3", "push-products", "completed", { done: 88, failed: 4 }, 92, 26 * hour),
  task("t4", "refresh-orders", "error", {}, null, 30 * hour, {
    code: "tiktok.unavailable",
    facts: {},
  }),
];
export const taskOf = (id) => ({
  ...(tasks.find((row) => row.id === id) ?? tasks[0]),
  items: [
    { key: "1", label: names[0], state: "done", reasons: [] },
    { key: "4", label: names[3], state: "failed", reasons: reasonsOf("sync_failed") },
    { key: "5", label: names[4], state: "waiting", reasons: [] },
  ],
  next: null,
});
