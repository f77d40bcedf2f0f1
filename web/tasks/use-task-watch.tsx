import { useSignal, type ReadonlySignal, type Signal } from "@preact/signals";
import { later } from "../shell/later";

const TaskWatch = later(() => import("./task-watch"));

interface TaskWatching {
  /** Follows this task from now on, in place of the one before. */
  watch: (taskId: string) => void;
  /** Where the task is drawn: handed to `WatchedTask`, so that only that is redrawn. */
  watched: ReadonlySignal<string | null>;
  dismiss: () => void;
  /** What is followed may still change the page. */
  isRunning: Signal<boolean>;
}

/** The task a page has started and follows beside what it changes. */
export function useTaskWatch(): TaskWatching {
  const watched = useSignal<string | null>(null);
  const isRunning = useSignal(false);
  const watch = (taskId: string) => {
    watched.value = taskId;
    isRunning.value = true;
  };
  const dismiss = () => {
    watched.value = null;
    isRunning.value = false;
  };
  return { watch, watched, dismiss, isRunning };
}

interface WatchedTaskProps {
  watching: TaskWatching;
  onProgress: () => void | Promise<void>;
}

export function WatchedTask({ watching, onProgress }: WatchedTaskProps) {
  const taskId = watching.watched.value;
  if (!taskId) return null;
  return (
    <TaskWatch
      key={taskId}
      taskId={taskId}
      onProgress={onProgress}
      onEnd={() => {
        watching.isRunning.value = false;
      }}
      onDismiss={watching.dismiss}
    />
  );
}
