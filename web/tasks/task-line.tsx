import type { TaskRow } from "../../src/contract/tasks";
import { formatSince } from "../i18n/format";
import { rememberKind } from "./known-kinds";
import { kindOf, summaryOf, TaskBadge, TaskProgress } from "./task-summary";
import "./task-line.css";

/** A task in two lines, for lists beside other things. */
export function TaskLine({ task, base }: { task: TaskRow; base: string }) {
  rememberKind(task);
  return (
    <div class="task-line">
      <div class="row-between">
        <a href={`${base}/tasks/${encodeURIComponent(task.id)}`}>{kindOf(task)}</a>
        <TaskBadge task={task} />
      </div>
      <p class="soft small">
        {summaryOf(task)} · {formatSince(task.createdAt, Date.now())}
      </p>
      <TaskProgress task={task} />
    </div>
  );
}
