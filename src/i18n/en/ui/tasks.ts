import type { Format } from "../../base/format";

const counted =
  (words: string) =>
  ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} ${words}`;

/** How a task stands, wherever one is named. */
export const tasks = {
  "tasks.view": "View details",
  "task.state.waiting": "Waiting",
  "task.state.running": "Running",
  "task.state.unconfirmed": "Waits for confirmation",
  "task.state.completed": "Completed",
  "task.state.error": "Error",
  "task.state.cancelled": "Cancelled",
  "task.outcome.mixed": "Completed with failures",
  "task.outcome.failed": "All failed",
  "task.outcome.nothing": "Nothing to do",
  "task.unmatched": "Some need your choice",
  "task.underWay": "Under way",
  "task.group": counted("products"),
  "task.count.found": counted("found"),
  "task.count.created": counted("created"),
  "task.count.updated": counted("updated"),
  "task.count.changed": counted("changed"),
  "task.count.unchanged": counted("unchanged"),
  "task.count.deleted": counted("deleted in store"),
  "task.count.withoutSku": counted("without SKU"),
  "task.count.unreadable": counted("unreadable"),
  "task.count.failed": counted("failed"),
  "task.count.done": counted("done"),
  "task.count.inReview": counted("in review"),
  "task.count.skipped": counted("skipped"),
  "task.count.suggested": counted("suggested"),
  "task.count.other": ({ count, name }: { count: number; name: string }, format: Format) =>
    `${name}: ${format.number(count)}`,
  "task.noCounts": "Not started yet",
  "task.nothing": "Nothing to report",
  "task.progress": ({ kind }: { kind: string }) => `Progress of ${kind}`,
  "task.of": ({ value, max }: { value: number; max: number }, format: Format) =>
    `${format.number(value)} of ${format.number(max)}`,
  "task.confirm.asked": ({ kind }: { kind: string }) => `${kind}: the list waits for confirmation.`,
  "task.dismiss": "Dismiss",
  "task.finished": ({ kind, summary }: { kind: string; summary: string }) => `${kind}: ${summary}.`,
};
