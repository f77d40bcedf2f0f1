import type { TaskRow } from "../../src/contract/tasks";
import { humanise } from "../../src/i18n/base/humanise";
import { isTaskCount, shownCounts } from "../../src/domain/tasks/task-counts";
import { t, tValue } from "./texts";
import { hasFailures, isOpenTask, outcomeOf, taskProgress } from "./outcome";
import { Badge } from "../ui/badge";
import { Progress } from "../ui/progress";
import { taskTone } from "../shell/tones";
import "./task-summary.css";

/** "12 found, 3 created": the counts that are not zero. */
export function summaryOf(task: Pick<TaskRow, "counts" | "state">): string {
  const parts = shownCounts(task.counts).map(([name, count]) =>
    isTaskCount(name)
      ? t(`task.count.${name}`, { count })
      : t("task.count.other", { count, name: humanise(name) }),
  );
  if (parts.length > 0) return parts.join(", ");
  const isBegun = !isOpenTask(task) && task.state !== "unconfirmed";
  if (task.state === "running") return t("task.underWay");
  return t(isBegun ? "task.nothing" : "task.noCounts");
}

export function kindOf(task: Pick<TaskRow, "kind">): string {
  return tValue("task.kind.", task.kind);
}

type Badged = Pick<TaskRow, "kind" | "state" | "counts">;

/** To find no category is no failure: the merchant chooses. */
const isUnmatched = ({ kind, state, counts }: Badged) =>
  kind === "suggest-categories" && state === "completed" && hasFailures({ counts });

export function TaskBadge({ task }: { task: Badged }) {
  if (isUnmatched(task)) return <Badge tone="info">{t("task.unmatched")}</Badge>;
  return <Badge tone={taskTone(task)}>{badgeText(task)}</Badge>;
}

function badgeText(task: Badged): string {
  if (task.state !== "completed") return t(`task.state.${task.state}`);
  const outcome = outcomeOf(task);
  return t(outcome === "good" ? "task.state.completed" : `task.outcome.${outcome}`);
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
