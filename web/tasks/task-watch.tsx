import { useModel } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { TaskDetail } from "../../src/contract/tasks";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { usePolling } from "../data/polling";
import { LoadProblem } from "../problems/problem-notice";
import { rememberKind } from "./known-kinds";
import { isOpenTask } from "./outcome";
import { TaskModel } from "./tasks";
import { Button, LinkButton } from "../ui/button";
import { kindOf, summaryOf, TaskBadge, TaskProgress } from "./task-summary";
import "./task-watch.css";

const POLL_MS = 1500;

interface TaskWatchProps {
  taskId: string;
  onProgress: () => void | Promise<void>;
  /** It ended, and the page was read once more. */
  onEnd: () => void;
  onDismiss: () => void;
}

/** Follows a task just started, beside what it changes; the page refreshes as it goes. */
export default function TaskWatch({ taskId, onProgress, onEnd, onDismiss }: TaskWatchProps) {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const model = useModel(() => new TaskModel(client, id, taskId));
  const task = model.detail.value.value;
  const isRunning = model.isRunning.value;
  useLayoutEffect(() => void model.detail.reload(), [model]);
  if (task) rememberKind(task);
  usePolling(isRunning, POLL_MS, async () => {
    await model.detail.reload();
    await onProgress();
  });
  useEffect(() => {
    if (isRunning) return;
    if (task && !isOpenTask(task)) say(endOf(task));
    void Promise.resolve(onProgress()).then(onEnd);
  }, [isRunning]);
  const failure = model.detail.error.value;
  if (!task && !failure) return null;
  return (
    <section class="task-watch" aria-label={task ? kindOf(task) : t("nav.tasks")}>
      {failure && <LoadProblem reason={failure} onRetry={() => void model.detail.reload()} />}
      <div class="row">
        {task && <TaskStanding task={task} />}
        <span class="row push">
          <LinkButton isSmall href={`${base}/tasks/${encodeURIComponent(taskId)}`}>
            {t("tasks.view")}
          </LinkButton>
          <Button isSmall variant="quiet" onClick={onDismiss}>
            {t("task.dismiss")}
          </Button>
        </span>
      </div>
      {task && <TaskProgress task={task} />}
    </section>
  );
}

function TaskStanding({ task }: { task: TaskDetail }) {
  return (
    <>
      <strong>{kindOf(task)}</strong>
      <TaskBadge task={task} />
      <span class="soft small">{summaryOf(task)}</span>
    </>
  );
}

/** What a person hears of a task that goes on no more by itself. */
function endOf(task: TaskDetail): string {
  const kind = kindOf(task);
  return task.state === "unconfirmed"
    ? t("task.confirm.asked", { kind })
    : t("task.finished", { kind, summary: summaryOf(task) });
}
