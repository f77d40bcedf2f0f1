/**
 * What the ledger itself says in a health check: whether paid orders wait, and whether a shop asked
 * for silence. It is as of now, whenever the shops were checked last. Pure.
 */
import type { Facts } from "../facts";
import { wantsImport } from "../orders/plan-order";
import type { OrderRecord } from "../orders/order-record";
import { fail, pass, warn, type CheckReport, type CheckResult, type Finding } from "./finding";

export interface WaitingOrder {
  orderId: string;
  /** Code of what stops it; null: nothing that was told, it takes too long. */
  code: string | null;
  /** Of what stops it; absent where none were told, or an older ledger answers. */
  facts?: Facts | undefined;
  /** The channel's last change of it, epoch ms; 0 where it was never read. */
  since: number;
}

export interface LedgerFlow {
  waiting: readonly WaitingOrder[];
  /** Epoch ms until which nothing is sent to a shop that asked for silence; null: it did not. */
  silentUntil: { source: number | null; channel: number | null };
  /**
   * Numbers of the last 24 hours that the channel showed wrong and Weft set right, and some of their
   * products; absent where an older ledger answers.
   */
  corrected?: { count: number; productIds: readonly string[] };
}

/** Longer than the tries that pass by themselves take. */
const PATIENCE_MS = 15 * 60_000;
/** A shorter silence is over before anybody has read of it. */
const SHOWN_SILENCE_MS = 60_000;
const NAMED_ORDERS = 3;

const ORDERS = "orders.waiting";
const STORE = "store.silence";
const CHANNEL = "channel.silence";
const CORRECTED = "channel.corrected";
const OWN_CHECKS: readonly string[] = [ORDERS, STORE, CHANNEL, CORRECTED];

/** Why a paid order stands still, where it does. */
export function toWaiting(record: OrderRecord, now: number): WaitingOrder | undefined {
  const { order, importState, problems } = record;
  if (order.state === "cancelled") return undefined;
  const orderId = order.id;
  const since = order.updatedAt;
  const isUnsynced = wantsImport(order, importState);
  const refused = isUnsynced
    ? (problems.import ?? ("reason" in importState ? importState.reason : undefined))
    : (problems.cancel ?? problems.shipment);
  if (refused) return { orderId, code: refused.code, facts: refused.facts, since };
  return isUnsynced && now - since > PATIENCE_MS ? { orderId, code: null, since } : undefined;
}

export function flowFindings(flow: LedgerFlow, now: number): Finding[] {
  return [
    { check: ORDERS, ...judgeWaiting(flow.waiting) },
    { check: STORE, ...judgeSilence("source", flow.silentUntil.source, now) },
    { check: CHANNEL, ...judgeSilence("channel", flow.silentUntil.channel, now) },
    { check: CORRECTED, ...judgeCorrected(flow.corrected) },
  ];
}

/** The report as it reads now: what the ledger says of itself is newer than the check. */
export function withFlow(report: CheckReport, flow: LedgerFlow, now: number): CheckReport {
  const checked = report.findings.filter(({ check }) => !OWN_CHECKS.includes(check));
  return { ...report, findings: [...checked, ...flowFindings(flow, now)] };
}

function judgeWaiting(waiting: readonly WaitingOrder[]): CheckResult {
  const [first] = waiting;
  if (!first) return pass();
  const since = Math.min(...waiting.map((order) => order.since || Infinity));
  const stopped = waiting.find((order) => order.code !== null);
  return fail(
    {
      // What the text of the code names is among its own facts.
      ...stopped?.facts,
      count: waiting.length,
      orderIds: waiting.slice(0, NAMED_ORDERS).map(({ orderId }) => orderId),
      ...(Number.isFinite(since) ? { since } : {}),
      ...(stopped?.code ? { code: stopped.code } : {}),
    },
    { side: "ledger", what: "orders" },
  );
}

/** Nothing is wrong any more; who edits on both sides should know that Weft wins. */
function judgeCorrected(corrected: LedgerFlow["corrected"]): CheckResult {
  if (!corrected || corrected.count === 0) return pass();
  return warn({ count: corrected.count, productIds: [...corrected.productIds] });
}

function judgeSilence(side: "source" | "channel", until: number | null, now: number): CheckResult {
  if (until === null || until - now < SHOWN_SILENCE_MS) return pass();
  return fail({ until }, { side: "ledger", what: side });
}
