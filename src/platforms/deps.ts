/**
 * What every vendor folder is given from outside: network, clock, chance and the request budget.
 * Nothing in `platforms/` calls a global fetch, clock or timer.
 */
import type { PacedRequest, PaceSnapshot } from "../domain/requests/pace";
import type { Runtime } from "../lib/runtime";

export interface PlatformDeps extends Pick<Runtime, "now" | "random" | "sleep" | "deadline"> {
  fetch(request: Request): Promise<Response>;
  /**
   * Waits for, or throws `SyncError("retry", "budget.exhausted")`, when `requests` may not go out
   * yet.
   */
  takeBudget(requests: number): Promise<void>;
  /** Holds a request back while the shop has as many as it bears; absent: nobody counts. */
  pacer?: Pick<Pacer, "run">;
  /** Longest wait for one answer. */
  timeoutMs: number;
  /** True on a developer's machine only: http and loopback hosts are allowed. */
  allowLocalHosts: boolean;
}

/** Keeps to the number of requests a shop bears at once; one for all that talk to it from here. */
export interface Pacer {
  /** Runs `request` when there is room, and learns from how it ended. */
  run<T>(
    kind: string,
    request: () => Promise<T>,
    endOf: (outcome: T) => PacedRequest["end"],
  ): Promise<T>;
  /** What has been found out so far. */
  word(): PaceSnapshot;
  /** What somebody else found out. */
  heed(word: PaceSnapshot): void;
  /** Grants others a share: no more than `most` at once from here, undefined for all of it. */
  share(most: number | undefined): void;
}
