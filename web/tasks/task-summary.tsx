import type { TaskRow } from "../../src/contract/tasks";
import { isTaskCount, shownCounts } from "../../src/domain/tasks/task-counts";
import { t, tValue } from "../i18n/t";
import { hasFailures, isOpenTask, taskProgress } from "./tasks";
import { Badge } from "../ui/badge";
import { Progress } from "../ui/progress";
import { taskTone } from "../shell/tones";
import "./task-summary.css";

/** "12 found, 3 created": the counts that are not zero. */
export function summaryOf(task: Pick<TaskRow, "counts" | "state">): string {
  const parts = shownCounts(task.counts).map(([name, count]) =>
    isTaskCount(name)
      ? t(`task.count.${name}`, { count })
      : t("task.count.other", { count, name: tValue("task.count.name.", name) }),
  );
  if (parts.length > 0) return parts.join(", ");
  return t(isOpenTask(task) ? "task.noCounts" : "task.nothing");
}

export function kindOf(task: Pick<TaskRow, "kind">): string {
  return tValue("task.kind.", task.kind);
}

export function TaskBadge({ task }: { task: Pick<TaskRow, "state" | "counts"> }) {
  const isMixed = task.state === "completed" && hasFailures(task);
  return (
    <Badge tone={taskTone(task)}>
      {isMixed ? t("task.withFailures") : t(`task.state.${task.state}`)}
    </Badge>
  );
}

/** How far an open task is: a bar, and the figure beside it. */
export function TaskProgress({ task }: { task: TaskRow }) {
  if (!isOpenTask(task)) return null;
  const progress = taskProgress(task);
  return (
    <div class="task-progress">
      <Progress
        label={t("task.progress", { kind: kindOf(task) })}
        value={progress?.value}
        max={progress?.max}
      />
      {progress && <span class="soft small number nowrap">{t("task.of", progress)}</span>}
    </div>
  );
}
