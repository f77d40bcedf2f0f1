/** The journal of a connection with some sales: events, and calls that write. */
import { answerOfReports } from "./fixture-reports.mjs";
import { now } from "./fixture-parts.mjs";

const write = (id, side, what, subjects, change = {}) => ({
  id: `write:${id}`,
  kind: "write",
  at: now - (50 - id) * 1_000,
  side,
  what,
  subjects,
  outcome: side === "channel" ? "0" : "201",
  isFailed: false,
  tookMs: 180 + id,
  body: '{"order_id":"576461413038785752","quantity":1,"tracking_number":"•••"}',
  answer: '{"code":0,"request_id":"2026113012000"}',
  ...change,
});
const event = (key, side, what, subjects, ago) => ({
  id: `event:${key}`,
  kind: "event",
  at: now - ago,
  side,
  what,
  subjects,
  outcome: "",
  isFailed: false,
  tookMs: 0,
  body: '{"type":1,"shop_id":"7495109284","data":{"order_status":"AWAITING_SHIPMENT"}}',
  answer: "",
});
const ORDER = "order:576461413038785752";
const rows = [
  write(9, "channel", "POST /product/202309/products/1729410987654322001/inventory/update", [
    "listing:1729410987654322001",
  ]),
  write(8, "channel", "POST /fulfillment/202309/orders/576461413038785752/packages", [ORDER], {
    outcome: "21022022",
    isFailed: true,
  }),
  write(7, "source", "POST /api/orders", [ORDER, "store-order:104"]),
  event("channel:7301", "channel", "order.changed", [ORDER], 60_000),
  event("source:aa", "source", "stock.changed", ["product:7", "product:8"], 90_000),
  event("source:bb", "source", "ping", [], 120_000),
];
const replay = {
  at: now,
  events: 1,
  orders: 1,
  products: 0,
  listings: 0,
  waiting: 0,
  changed: [],
  writes: 0,
  isDone: true,
};

/** Answers of the routes of the journal and of reports below a connection; undefined: it is another. */
export function answerOfRecords([part, ...rest], method, isEmpty) {
  if (part === "reports") return answerOfReports(rest, method, isEmpty);
  if (part === "replay") return method === "POST" ? replay : { replay };
  return part === "journal" ? { rows: isEmpty ? [] : rows, next: null } : undefined;
}
