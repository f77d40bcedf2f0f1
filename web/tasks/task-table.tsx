import type { TaskRow } from "../../src/contract/tasks";
import { formatDateTime, formatSince } from "../i18n/format";
import { formatDuration } from "./duration";
import { problemText } from "../i18n/problems";
import { t } from "./page-texts";
import { DataTable, type Column } from "../ui/data-table";
import { kindOf, summaryOf, TaskBadge, TaskProgress } from "./task-summary";

export function TaskTable({ rows, base }: { rows: readonly TaskRow[]; base: string }) {
  return (
    <DataTable
      caption={t("tasks.table")}
      columns={taskColumns(base)}
      rows={rows}
      keyOf={(task) => task.id}
    />
  );
}

const startedOf = (task: TaskRow) => formatSince(task.createdAt, Date.now());

const taskColumns = (base: string): readonly Column<TaskRow>[] => [
  {
    key: "kind",
    label: t("tasks.col.kind"),
    isRowHead: true,
    cell: (task) => <a href={`${base}/tasks/${encodeURIComponent(task.id)}`}>{kindOf(task)}</a>,
  },
  {
    key: "summary",
    label: t("tasks.col.summary"),
    cell: (task) => (
      <div class="stack-tight">
        {task.problem ? problemText(task.problem).what : summaryOf(task)}
        <TaskProgress task={task} />
      </div>
    ),
  },
  { key: "state", label: t("tasks.col.state"), cell: (task) => <TaskBadge task={task} /> },
  {
    key: "started",
    label: t("tasks.col.started"),
    cellClass: "nowrap",
    cell: (task) => (
      <time
        dateTime={new Date(task.createdAt).toISOString()}
        title={formatDateTime(task.createdAt)}
      >
        {startedOf(task)}
      </time>
    ),
  },
  { key: "by", label: t("tasks.col.by"), cell: (task) => task.startedBy },
  {
    key: "duration",
    label: t("tasks.col.duration"),
    cellClass: "nowrap",
    cell: ({ createdAt, finishedAt }) =>
      finishedAt ? formatDuration(finishedAt - createdAt) : "–",
  },
];
