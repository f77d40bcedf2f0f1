import type { CheckReport } from "./finding";

/** A health check under way: when it began (epoch ms) and which sides are through. */
export interface RunningCheck {
  startedAt: number;
  done: readonly string[];
}

export interface CheckState {
  report: CheckReport | null;
  running: RunningCheck | null;
}

/** A run that began longer ago than this has died with its Worker. */
export const RUN_ENDS_MS = 120_000;

export function isRunAlive(running: RunningCheck | null, now: number): boolean {
  return running !== null && now - running.startedAt < RUN_ENDS_MS;
}
