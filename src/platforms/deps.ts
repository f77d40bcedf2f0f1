/**
 * What every vendor folder is given from outside: network, clock, chance and the request budget.
 * Nothing in `platforms/` calls a global fetch, clock or timer.
 */
import type { WriteNote } from "../domain/journal/journal";
import type { PacedRequest, PaceSnapshot } from "../domain/requests/pace";
import type { Runtime } from "../lib/runtime";

export type NoteWrite = (note: WriteNote) => void | Promise<void>;

export interface PlatformDeps extends Pick<
  Runtime,
  "now" | "random" | "randomText" | "sleep" | "deadline"
> {
  fetch(request: Request): Promise<Response>;
  /**
   * Waits for, or throws `SyncError("retry", "budget.exhausted")`, when `requests` may not go out
   * yet.
   */
  takeBudget(requests: number): Promise<void>;
  /** Keeps what a call that writes did, in the journal; it never throws. Absent: nobody keeps it. */
  noteWrite?: NoteWrite | undefined;
  /** Holds a request back while the shop has as many as it bears; absent: no limit. */
  pacer?: Pick<Pacer, "run">;
  /** Stands for a piece of work of several sessions, which may share what they read for it; absent: one alone. */
  work?: object | undefined;
  /** Longest wait for one answer. */
  timeoutMs: number;
  /** True on a developer's machine only: http and loopback hosts are allowed. */
  allowLocalHosts: boolean;
}

/** Limits the requests at once to what a shop bears; all sessions of one place share one pacer. */
export interface Pacer {
  /** Runs `request` when fewer than the limit are under way, and learns from how it ended. */
  run<T>(
    kind: string,
    request: () => Promise<T>,
    endOf: (outcome: T) => PacedRequest["end"],
  ): Promise<T>;
  /** What was learned so far. */
  snapshot(): PaceSnapshot;
  /** Takes over what another pacer of the same shop learned. */
  merge(other: PaceSnapshot): void;
  /**
   * Leaves others a share: no more than `most` requests at once from here, undefined for no limit.
   */
  share(most: number | undefined): void;
}
