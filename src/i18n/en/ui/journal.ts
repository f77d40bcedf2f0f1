import type { Format } from "../../base/format";
import { plural } from "../grammar";

const counted = (count: number, one: string, many: string, format: Format) =>
  plural(count, { one, other: many.replace("#", format.number(count)) });

/** What passed between Weft and both shops, call by call. */
export const journal = {
  "journal.title": "Journal",
  "journal.text":
    "Every event that came in and every call that changed something, for 30 days. Names, addresses and secrets are never kept.",
  "journal.empty": "Nothing passed yet",
  "journal.emptyText": "Events and calls are listed here as they come.",
  "journal.none": "No entry fits",
  "journal.noneText": "Choose another filter, or none.",
  "journal.kind": "Show",
  "journal.kind.all": "Everything",
  "journal.kind.event": "Events that came in",
  "journal.kind.write": "Calls that write",
  "journal.outcome": "Outcome",
  "journal.outcome.all": "All",
  "journal.outcome.failed": "Failed",
  "journal.subject": "Order, product or listing",
  "journal.find": "Find",
  "journal.col.when": "When",
  "journal.col.what": "What",
  "journal.col.about": "About",
  "journal.col.outcome": "Outcome",
  "journal.side.source": "PrestaShop",
  "journal.side.channel": "TikTok Shop",
  "journal.about.order": ({ id }: { id: string }) => `Order ${id}`,
  "journal.about.store-order": ({ id }: { id: string }) => `PrestaShop order ${id}`,
  "journal.about.product": ({ id }: { id: string }) => `Product ${id}`,
  "journal.about.listing": ({ id }: { id: string }) => `Listing ${id}`,
  "journal.received": "Received",
  "journal.took": ({ ms }: { ms: number }, format: Format) => `${format.number(ms)} ms`,
  "journal.raw": "Raw data",
  "journal.sent": "Sent",
  "journal.delivered": "Delivered",
  "journal.answered": "Answered",
  "journal.replay": "Replay",
  "journal.replayEvent": ({ what }: { what: string }) => `Replay ${what}`,
  "journal.replayRange": "Replay a time",
  "journal.replayText":
    "Weft reads the same things again, as if they had just been announced. What is known already stays as it is.",
  "journal.from": "From day",
  "journal.until": "To day",
  "journal.start": "Replay",
  "journal.everything": "Show all orders anew",
  "journal.datesInvalid": "Choose two days, the first one first.",
  "journal.replaying": ({ count }: { count: number }, format: Format) =>
    `Reading again: ${counted(count, "1 thing", "# things", format)} left.`,
  "journal.replayedNothing": ({ count }: { count: number }, format: Format) =>
    `Replayed ${counted(count, "1 thing", "# things", format)}: nothing was missing.`,
  "journal.replayedSome": (f: { count: number; changed: number; writes: number }, format: Format) =>
    `Replayed ${counted(f.count, "1 thing", "# things", format)}: something happened to ${counted(f.changed, "1 of them", "# of them", format)}, by ${counted(f.writes, "1 call", "# calls", format)}.`,
};
