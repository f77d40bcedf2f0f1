// A health report with every verdict in it: answers of the check's routes in the shapes of src/contract.
import { hour, now } from "./fixture-parts.mjs";

const passing = [
  "store.tls store.reachable store.firewall store.address store.rewriting store.answers",
  "store.webservice store.key_format store.key store.key_header store.version store.clock",
  "store.time_zone store.language store.multishop store.open store.catalogue",
  "store.stock_management store.price_currency module.present module.paired module.version",
  "module.tables orders.currency orders.payment_module orders.paid_state orders.chosen_state",
  "orders.shipped_state orders.cancelled_state channel.reachable channel.token channel.scopes",
  "orders.waiting store.silence channel.silence channel.corrected",
  "channel.shop channel.prerequisites channel.warehouse channel.delivery channel.webhooks",
].flatMap((line) => line.split(" "));
const finding = (check, verdict, facts = {}, extra = {}) => ({
  check,
  verdict,
  facts,
  because: null,
  canFix: false,
  ...extra,
});
const troubled = [
  finding(
    "store.permissions",
    "fail",
    { missing: ["orders: POST", "carts: POST"] },
    { canFix: true },
  ),
  finding("store.clean_answers", "warn", {
    begins: "Notice: Undefined index: id_shop in modules/loyalty/loyalty.php on line 71",
  }),
  finding("store.speed", "warn", { medianMs: 3240 }),
  finding("orders.country", "fail", { code: "GB", state: "inactive" }, { canFix: true }),
  finding("orders.zone", "pass", { code: "GB" }),
  finding("orders.carrier", "skipped", {}, { because: "store.permissions" }),
  finding("orders.chosen_carrier", "skipped", {}, { because: "store.permissions" }),
  finding("orders.tax", "warn", { code: "GB", state: "no_rule" }),
  finding("module.hooks", "warn", { missing: ["actionUpdateQuantity"] }, { canFix: true }),
  finding("module.round_trip", "warn", { status: 0, error: "could not resolve host" }),
  finding("module.outbox", "skipped", {}, { because: "module.round_trip" }),
  finding("channel.token_life", "warn", { days: 12 }),
  finding("channel.carrier_map", "warn", { state: "empty" }),
  finding("channel.package_defaults", "pass"),
];

export const healthReport = {
  findings: [...passing.map((check) => finding(check, "pass")), ...troubled],
  checkedAt: now - hour,
  tookMs: 2380,
  requests: 21,
};
export const goodReport = {
  ...healthReport,
  findings: healthReport.findings.map(({ check }) => finding(check, "pass")),
};
export const healthCounts = {
  failed: troubled.filter(({ verdict }) => verdict === "fail").length,
  warned: troubled.filter(({ verdict }) => verdict === "warn").length,
  checkedAt: healthReport.checkedAt,
};
