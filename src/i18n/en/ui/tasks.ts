import type { Format } from "../../base/format";

export const tasks = {
  "tasks.title": "Tasks",
  "task.one": "Task",
  "tasks.text":
    "Everything you start runs here. Completed means finished; the counts tell how it went.",
  "tasks.table": "Tasks",
  "tasks.empty": "No tasks yet",
  "tasks.emptyText": "Pulling, pushing and refreshing show up here with their progress.",
  "tasks.col.kind": "Task",
  "tasks.col.summary": "Summary",
  "tasks.col.state": "Status",
  "tasks.col.started": "Started",
  "tasks.col.by": "By",
  "tasks.col.duration": "Duration",
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
  "task.cancel": "Cancel task",
  "task.confirm.title": ({ count }: { count: number }, format: Format) =>
    `Confirm that ${count === 1 ? "1 product is" : `${format.number(count)} products are`} worked on`,
  "task.confirm.text": ({ until }: { until: string }) =>
    `Nothing has been done yet. The list below is what would be done. It expires on ${until}.`,
  "task.confirm.confirm": ({ count }: { count: number }, format: Format) =>
    `Confirm ${format.number(count)}`,
  "task.confirm.asked": ({ kind }: { kind: string }) => `${kind}: the list waits for confirmation.`,
  "task.retryFailed": "Retry failed",
  "task.items": "Results",
  "task.filter": "Results by state",
  "task.filter.all": "All",
  "task.filter.failed": "Failed",
  "task.filter.done": "Done",
  "task.filter.skipped": "Skipped",
  "task.filter.waiting": "Waiting",
  "task.item.waiting": "Waiting",
  "task.item.running": "Running",
  "task.item.done": "Done",
  "task.item.failed": "Failed",
  "task.item.skipped": "Skipped",
  "task.noItems": "No results to show.",
  "task.noItemsPull": "This pull kept counts only; see the products themselves.",
  "task.nothingChanged": "No product was new, changed or deleted.",
  "task.listedNew": ({ listed, count }: { listed: number; count: number }, format: Format) =>
    `Of ${format.number(count)} new products the first ${format.number(listed)} are listed here.`,
  "task.toProducts": "Go to products",
  "task.dismiss": "Dismiss",
  "task.finished": ({ kind, summary }: { kind: string; summary: string }) => `${kind}: ${summary}.`,
};
