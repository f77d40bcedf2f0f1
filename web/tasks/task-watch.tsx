import { useModel } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { usePolling } from "../data/polling";
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
  usePolling(isRunning, POLL_MS, async () => {
    await model.detail.reload();
    await onProgress();
  });
  useEffect(() => {
    if (isRunning || !task) return;
    const kind = kindOf(task);
    say(
      task.state === "unconfirmed"
        ? t("task.confirm.asked", { kind })
        : t("task.finished", { kind, summary: summaryOf(task) }),
    );
    void Promise.resolve(onProgress()).then(onEnd);
  }, [isRunning]);
  if (!task) return null;
  return (
    <section class="task-watch" aria-label={kindOf(task)}>
      <div class="row">
        <strong>{kindOf(task)}</strong>
        <TaskBadge task={task} />
        <span class="soft small">{summaryOf(task)}</span>
        <span class="row push">
          <LinkButton isSmall href={`${base}/tasks/${encodeURIComponent(task.id)}`}>
            {t("tasks.view")}
          </LinkButton>
          <Button isSmall variant="quiet" onClick={onDismiss}>
            {t("task.dismiss")}
          </Button>
        </span>
      </div>
      <TaskProgress task={task} />
    </section>
  );
}
