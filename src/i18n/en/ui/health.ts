import type { Format } from "../../base/format";
import { plural } from "../grammar";

const counted = (count: number, one: string, many: string, format: Format) =>
  plural(count, { one, other: many.replace("#", format.number(count)) });

/** The health page and its short form; what each check says is in `checks`. */
export const health = {
  "health.title": "Health",
  "health.text": "Weft looks at your store, its module, and your TikTok Shop, and says what to do.",
  "health.check": "Check now",
  "health.checking": "Checking your connection…",
  "health.side.source": "Your store",
  "health.side.channel": "TikTok Shop",
  "health.side.running": "being checked",
  "health.side.done": "done",
  "health.checked": (f: { since: string; requests: number; seconds: string }, format: Format) =>
    `Checked ${f.since} · ${counted(f.requests, "1 request", "# requests", format)} in ${f.seconds}\u00a0s`,
  "health.empty": "Not checked yet",
  "health.emptyText":
    "Some fifty things are looked at on both sides, in a few seconds. Nothing is changed by it.",
  "health.good": "Everything is in order",
  "health.goodText": ({ count }: { count: number }, format: Format) =>
    `All ${format.number(count)} checks passed.`,
  "health.warned": ({ count }: { count: number }, format: Format) =>
    counted(count, "One thing could be better", "# things could be better", format),
  "health.warnedText":
    "Products, stock and orders flow. What is marked below makes it faster or is left to do.",
  "health.failed": ({ count }: { count: number }, format: Format) =>
    counted(count, "One thing stops the sync", "# things stop the sync", format),
  "health.failedText":
    "Products, stock or orders do not flow as they should until this is put right.",
  "health.group.store": "Store",
  "health.group.orders": "Orders in the store",
  "health.group.module": "Module",
  "health.group.channel": "TikTok Shop",
  "health.verdict.pass": "In order",
  "health.verdict.warn": "Could be better",
  "health.verdict.fail": "Needs you",
  "health.verdict.skipped": "Not checked",
  "health.toDo": "What to do",
  "health.rest": "The other checks",
  "health.count.skipped": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} not checked`,
  "health.count.good": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} in order`,
  "health.waiting": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} checks wait`,
  "health.because": ({ title }: { title: string }) => `“${title}” has to be in order first.`,
  "health.why": "Why it matters",
  "health.act": "What to do",
  "health.fixed": "Done. Here is how it looks now.",
  "health.more": ({ count }: { count: number }, format: Format) =>
    counted(count, "Home lists one more thing.", "Home lists # more things.", format),
  "health.elsewhere": ({ count }: { count: number }, format: Format) =>
    counted(
      count,
      "The connection is in order, one thing needs you",
      "The connection is in order, # things need you",
      format,
    ),
  "health.elsewhereText": "Home lists what waits, and what to do about it.",
  "health.toHome": "Show on Home",
  "health.inSetup": "This connection is not set up yet",
  "health.inSetupText":
    "What is connected can be checked already; the rest is checked once it is there.",
  "health.toSetup": "Finish setting up",
  "health.see": "See the health check",
};
