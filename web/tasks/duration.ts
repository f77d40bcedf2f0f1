import { t } from "./page-texts";

/** "1 min 20 s" for the length of a task. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t("duration.seconds", { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t("duration.minutes", { minutes, seconds: seconds % 60 });
  return t("duration.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
