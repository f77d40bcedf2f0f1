import type { TaskRow } from "../../src/contract/api";
import { formatDateTime, formatDuration, formatSince } from "../i18n/format";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { kindOf, summaryOf, TaskBadge, TaskProgress } from "./task-summary";

export function TaskTable({ rows, base }: { rows: readonly TaskRow[]; base: string }) {
  return (
    <div class="table-frame">
      <table class="table table-cards">
        <caption class="visually-hidden">{t("tasks.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("tasks.col.kind")}</th>
            <th scope="col">{t("tasks.col.summary")}</th>
            <th scope="col">{t("tasks.col.state")}</th>
            <th scope="col">{t("tasks.col.started")}</th>
            <th scope="col">{t("tasks.col.by")}</th>
            <th scope="col">{t("tasks.col.duration")}</th>
            <th scope="col">
              <span class="visually-hidden">{t("tasks.col.details")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((task) => (
            <TaskTableRow key={task.id} task={task} base={base} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaskTableRow({ task, base }: { task: TaskRow; base: string }) {
  const kind = kindOf(task);
  const when = formatSince(task.createdAt, Date.now());
  return (
    <tr>
      <th scope="row">{kind}</th>
      <td data-label={t("tasks.col.summary")}>
        <div class="stack-tight">
          {task.problem ? problemText(task.problem).what : summaryOf(task)}
          <TaskProgress task={task} />
        </div>
      </td>
      <td data-label={t("tasks.col.state")}>
        <TaskBadge task={task} />
      </td>
      <td class="nowrap" data-label={t("tasks.col.started")}>
        <time
          dateTime={new Date(task.createdAt).toISOString()}
          title={formatDateTime(task.createdAt)}
        >
          {when}
        </time>
      </td>
      <td data-label={t("tasks.col.by")}>{task.startedBy}</td>
      <td class="nowrap" data-label={t("tasks.col.duration")}>
        {task.finishedAt ? formatDuration(task.finishedAt - task.createdAt) : "–"}
      </td>
      <td>
        <LinkButton
          isSmall
          href={`${base}/tasks/${encodeURIComponent(task.id)}`}
          label={`${t("tasks.view")}: ${kind}, ${when}`}
        >
          {t("tasks.view")}
        </LinkButton>
      </td>
    </tr>
  );
}
