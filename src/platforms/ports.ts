/**
 * What every vendor folder is given from outside: the only doors to network, time and chance.
 * Nothing in `platforms/` calls the global fetch, Date.now or Math.random.
 */
export interface PlatformDeps {
  fetch(request: Request): Promise<Response>;
  /** Epoch ms UTC. */
  now(): number;
  /** 0 <= x < 1 */
  random(): number;
  sleep(ms: number): Promise<void>;
  /** Waits for, or throws `SyncError("retry", "budget.exhausted")`, when `requests` may not go out yet. */
  takeBudget(requests: number): Promise<void>;
  /** Longest wait for one answer. */
  timeoutMs: number;
  /** True on a developer's machine only: http and loopback hosts are allowed. */
  allowLocalHosts: boolean;
}
