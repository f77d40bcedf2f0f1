// Reports that compare both shops: a quiet night, and one with every kind of difference.
import { hour, now } from "./fixture-parts.mjs";

const day = 24 * hour;
const noStock = {
  compared: 240,
  equal: 238,
  moving: 2,
  unsent: 0,
  unread: 0,
  store: 0,
  channel: 0,
};
const quiet = {
  orders: {
    listed: 128,
    fates: { in_store: 121, waiting: 2, cancelled: 5 },
    reasons: { "report.unpaid": 2 },
    repaired: 0,
    isWhole: true,
  },
  stock: { ...noStock, repaired: 0, isWhole: true },
};
const busy = {
  orders: {
    listed: 131,
    fates: { in_store: 118, waiting: 3, held: 1, skipped: 3, cancelled: 5, lost: 1 },
    reasons: {
      "report.on_hold": 3,
      "report.by_channel": 3,
      "order.line_unlinked": 1,
      "report.order_gone": 1,
    },
    repaired: 2,
    isWhole: true,
  },
  stock: { ...noStock, equal: 235, unread: 1, store: 1, channel: 1, repaired: 2, isWhole: true },
};
const order = (id, what, isRepaired, fate, reason, facts = {}) => ({
  key: `order:${id}`,
  what,
  subjectId: id,
  isRepaired,
  fate,
  ...(reason ? { reason } : {}),
  facts,
});
const sku = (id, productId, what, facts) => ({
  key: `sku:${id}`,
  what,
  subjectId: productId,
  isRepaired: true,
  facts: { listingId: "1729410987654321000", variantId: "0", reserved: 0, ...facts },
});
const findings = [
  order("577087614418521006", "gone", false, "lost", "report.order_gone", { sourceOrderId: "106" }),
  order("577087614418521002", "held", false, "held", "order.line_unlinked", {
    skus: ["old-mug-01"],
  }),
  order("577087614418521003", "missing", true, "in_store", undefined, { sourceOrderId: "103" }),
  order("577087614418521004", "outdated", true, "in_store", undefined, { sourceOrderId: "104" }),
  sku("1729410987654322001", "4", "store", { store: 9, ledger: 11, wanted: 11, shown: 11 }),
  {
    ...sku("1729410987654322003", "8", "unread", { ledger: 4, wanted: 4, variantId: "23" }),
    isRepaired: false,
  },
  sku("1729410987654322002", "7", "channel", { store: 30, ledger: 30, wanted: 30, shown: 500 }),
];
const reports = [
  { id: "rec_2", at: now - 7 * hour, ...busy },
  { id: "rec_1", at: now - 31 * hour, ...quiet },
];

/** Answers of the report's routes below a connection. */
export function answerOfReports(parts, method, isEmpty) {
  if (method === "POST") return { taskId: "t1" };
  if (parts.length === 0) return { rows: isEmpty ? [] : reports };
  const { id, at, ...totals } = reports.find((row) => row.id === parts[0]) ?? reports[0];
  const report = {
    format: "weft-reconciliation",
    version: 1,
    id,
    connectionId: "full",
    store: "https://loom.example/shop",
    from: at - 7 * day,
    until: at - hour / 4,
    startedAt: at,
    finishedAt: at + 40_000,
    ...totals,
    findings: id === "rec_2" ? findings : [],
    unnamed: 0,
  };
  return {
    document: JSON.stringify(report),
    algorithm: "Ed25519",
    signature: "c2lnbmF0dXJl".repeat(7),
    publicKey: "3b7Zl0Qk5cX1m8sVtYw2uR9nGdHjKpLqEaFbCvNxSzo",
  };
}
