import type { Format } from "../../base/format";

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
  "task.group": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} products`,
  "task.count.found": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} found`,
  "task.count.created": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} created`,
  "task.count.updated": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} updated`,
  "task.count.changed": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} changed`,
  "task.count.unchanged": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} unchanged`,
  "task.count.deleted": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} deleted in store`,
  "task.count.withoutSku": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} without SKU`,
  "task.count.unreadable": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} unreadable`,
  "task.count.failed": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} failed`,
  "task.count.done": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} done`,
  "task.count.skipped": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} skipped`,
  "task.count.suggested": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} suggested`,
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
