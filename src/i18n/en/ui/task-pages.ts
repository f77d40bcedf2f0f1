import type { Format } from "../../base/format";

/** The list of the tasks and the page of one. */
export const taskPages = {
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
  "task.cancel": "Cancel task",
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
  "task.noItemsPull": "This pull kept counts only.",
  "task.nothingChanged": "No product was new, changed or deleted.",
  "task.listedNew": ({ listed, count }: { listed: number; count: number }, format: Format) =>
    `Of ${format.number(count)} new products the first ${format.number(listed)} are listed here.`,
  "task.toProducts": "Go to products",
  "duration.seconds": ({ seconds }: { seconds: number }) => `${seconds} s`,
  "duration.minutes": ({ minutes, seconds }: { minutes: number; seconds: number }) =>
    `${minutes} min ${seconds} s`,
  "duration.hours": ({ hours, minutes }: { hours: number; minutes: number }) =>
    `${hours} h ${minutes} min`,
};
