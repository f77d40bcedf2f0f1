import type { Format } from "../../base/format";

export const tasks = {
  "tasks.title": "Tasks",
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
  "tasks.col.details": "Details",
  "tasks.view": "View details",
  "task.kind.pull-products": "Pull products",
  "task.kind.push-products": "Push products",
  "task.kind.repull-products": "Re-pull and push",
  "task.kind.update-stock": "Update stock",
  "task.kind.update-price": "Update price",
  "task.kind.change-listing-state": "Activate or deactivate products",
  "task.kind.refresh-listings": "Refresh status",
  "task.kind.suggest-categories": "Suggest categories",
  "task.kind.refresh-orders": "Refresh orders",
  "task.state.waiting": "Waiting",
  "task.state.running": "Running",
  "task.state.unconfirmed": "Waits for your confirmation",
  "task.state.completed": "Completed",
  "task.state.error": "Error",
  "task.state.cancelled": "Cancelled",
  "task.withFailures": "Completed with failures",
  "task.count.found": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} found`,
  "task.count.created": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} created`,
  "task.count.updated": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} updated`,
  "task.count.unchanged": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} unchanged`,
  "task.count.deleted": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} deleted in store`,
  "task.count.failed": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} failed`,
  "task.count.done": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} done`,
  "task.count.skipped": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} skipped`,
  "task.count.suggested": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} suggested`,
  "task.noCounts": "Not started yet",
  "task.nothing": "Nothing to report",
  "task.progress": ({ kind }: { kind: string }) => `Progress of ${kind}`,
  "task.of": ({ value, max }: { value: number; max: number }, format: Format) =>
    `${format.number(value)} of ${format.number(max)}`,
  "task.cancel": "Cancel task",
  "task.retryFailed": "Retry failed",
  "task.items": "Results",
  "task.filter": "Results by state",
  "task.filter.all": "All",
  "task.filter.failed": "Failed",
  "task.filter.done": "Done",
  "task.filter.waiting": "Waiting",
  "task.item.waiting": "Waiting",
  "task.item.running": "Running",
  "task.item.done": "Done",
  "task.item.failed": "Failed",
  "task.item.skipped": "Skipped",
  "task.noItems": "No results to show.",
  "task.noItemsPull": "A pull keeps counts only; see the products themselves.",
  "task.toProducts": "Go to products",
  "task.dismiss": "Dismiss",
  "task.finished": ({ kind, summary }: { kind: string; summary: string }) => `${kind}: ${summary}.`,
};
