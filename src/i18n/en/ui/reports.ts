import type { Format } from "../../base/format";
import { plural } from "../grammar";

const counted = (count: number, one: string, many: string, format: Format) =>
  plural(count, { one, other: many.replace("#", format.number(count)) });

type Counted = { count: number };

/** The comparison of both shops: its page, and its card on the health page. */
export const reports = {
  "reports.title": "Nothing lost",
  "reports.text":
    "Each night Weft compares TikTok Shop, its own records and your store, sets right what differs, and signs what it found.",
  "reports.start": "Compare now",
  "reports.empty": "Not compared yet",
  "reports.emptyText":
    "The first comparison runs tonight, between two and five by your store's clock. It can also run now.",
  "reports.which": "Report",
  "reports.all": "All reports",
  "reports.lastNight": (f: { since: string; orders: number; lost: number }, format: Format) =>
    `Compared ${f.since}: ${counted(f.orders, "1 order", "# orders", format)}, ${format.number(f.lost)} lost.`,
  "reports.overdue": "The last night was not compared",
  "reports.overdueText":
    "Weft tries again every half hour. The tasks name what stopped it; Compare now is under All reports.",
  "reports.paused": "Nothing is compared while the connection rests.",
  "reports.good": ({ count }: Counted, format: Format) =>
    counted(count, "1 order, nothing lost", "# orders, nothing lost", format),
  "reports.goodText":
    "Every order that TikTok Shop lists is in your store, or it is known why it is not.",
  "reports.bad": ({ count }: Counted, format: Format) =>
    counted(count, "1 order is not accounted for", "# orders are not accounted for", format),
  "reports.badText": "Each is named below, with what is known of it.",
  "reports.notWhole":
    "Your shop has more than is read at a time, so only the newest part of it was compared.",
  "reports.window": (f: { from: string; until: string }) =>
    `Orders placed from ${f.from} to ${f.until}.`,
  "reports.orders": "Orders",
  "reports.stock": "Stock on sale",
  "reports.shares": (
    f: { title: string; parts: readonly { label: string; count: number }[] },
    format: Format,
  ) =>
    `${f.title}: ${f.parts.map(({ label, count }) => `${format.number(count)} ${label}`).join(", ")}`,
  "reports.fate.in_store": "in your store",
  "reports.fate.waiting": "on the way",
  "reports.fate.held": "held for you",
  "reports.fate.skipped": "not to be brought",
  "reports.fate.cancelled": "cancelled before",
  "reports.fate.lost": "lost",
  "reports.verdict.equal": "alike",
  "reports.verdict.moving": "being sent",
  "reports.verdict.unsent": "not sent by your rules",
  "reports.verdict.unread": "not compared",
  "reports.verdict.store": "counted otherwise in store",
  "reports.verdict.channel": "shown otherwise on TikTok",
  "reports.reason.report.unpaid": "Not paid yet",
  "reports.reason.report.on_hold": "In the hour in which buyers may still cancel",
  "reports.reason.report.under_way": "On its way into your store",
  "reports.reason.report.by_channel": "Sent by TikTok itself",
  "reports.reason.report.before_connection": "Sent before Weft was connected",
  "reports.reason.report.order_unknown": "Weft does not know it",
  "reports.reason.report.order_unread": "In a form that Weft cannot read",
  "reports.reason.report.order_gone": "Your store does not have the order any more",
  "reports.why": "Why orders are not in your store",
  "reports.findings": "Differences",
  "reports.noFindings": "There were none.",
  "reports.unnamed": ({ count }: Counted, format: Format) =>
    counted(count, "1 more is counted above", "# more are counted above", format),
  "reports.col.subject": "What",
  "reports.col.what": "Found",
  "reports.col.state": "Outcome",
  "reports.subject.order": ({ id }: { id: string }) => `Order ${id}`,
  "reports.subject.product": ({ id }: { id: string }) => `Product ${id}`,
  "reports.subject.variant": (f: { id: string; variant: string }) =>
    `Product ${f.id}, variant ${f.variant}`,
  "reports.what.missing": "Weft had not received this order.",
  "reports.what.outdated": "A change of this order had not arrived.",
  "reports.what.gone": "Your store does not have this order any more.",
  "reports.what.unread": "This order cannot be read.",
  "reports.what.uncompared": "One side did not say how many there are.",
  "reports.what.held": "This order waits for you.",
  "reports.what.store": ({ store, ledger }: { store: number; ledger: number }, format: Format) =>
    `Your store counts ${format.number(store)}, Weft had ${format.number(ledger)}.`,
  "reports.what.channel": (f: { shown: number; wanted: number }, format: Format) =>
    `TikTok Shop showed ${format.number(f.shown)}, it should be ${format.number(f.wanted)}.`,
  "reports.outcome.repaired": "Set right",
  "reports.outcome.open": "Needs you",
  "reports.outcome.uncompared": "Tried again",
  "reports.outcome.later": "Being set right",
  "reports.keep": "Keep it",
  "reports.json": "Signed report (JSON)",
  "reports.csv": "Differences (CSV)",
  "reports.signed": "Signature",
  "reports.signedText":
    "The JSON file holds the report and its signature (Ed25519). Whoever has the public key of this Weft can see that not a letter was changed; the guide says how.",
  "reports.publicKey": "Public key",
};
