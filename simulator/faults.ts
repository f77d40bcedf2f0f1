import type { Storage } from "./storage";

/**
 * A fault that the control API plants on one side of the world.
 * `timeout` holds the answer back for `holdMs` (longer than any client waits), with the effect
 * done (`after`) or not done (`before`). `partial`: the next call of TikTok Shop that sets stock does so
 * for all SKUs but the first, which fails with a code of its own beside code 0.
 */
export interface Fault {
  id: string;
  side: "tiktok-shop" | "prestashop";
  /** Upper-case HTTP method; absent: any. */
  method?: string;
  /** A regular expression on path + query; absent: any. */
  path?: string;
  kind:
    | "status"
    | "timeout"
    | "html"
    | "delay"
    | "token-expired"
    | "token-revoked"
    | "rate-limit"
    | "partial";
  when?: "before" | "after";
  status?: number;
  holdMs?: number;
  retryAfterSeconds?: number;
  /** How many requests it still hits. */
  times: number;
}

/** Finds the first fault that fits this request and lowers its remaining count by one. */
export function takeFault(
  storage: Storage,
  side: Fault["side"],
  method: string,
  pathAndQuery: string,
): Fault | undefined {
  const fits = (fault: Fault) =>
    fault.side === side &&
    fault.times > 0 &&
    fault.kind !== "partial" &&
    (fault.method ?? method) === method &&
    (fault.path === undefined || new RegExp(fault.path).test(pathAndQuery));
  const found = storage.list<Fault>("fault").find(fits);
  if (!found) return undefined;
  if (found.times <= 1) storage.delete("fault", found.id);
  else storage.put("fault", found.id, { ...found, times: found.times - 1 });
  return found;
}

/** Takes a planted partial success, if there is one. */
export function takePartial(storage: Storage): boolean {
  const found = storage.list<Fault>("fault").find(({ kind }) => kind === "partial");
  if (!found) return false;
  if (found.times <= 1) storage.delete("fault", found.id);
  else storage.put("fault", found.id, { ...found, times: found.times - 1 });
  return true;
}

/** Waits like a slow network does, but gives up as soon as the caller hangs up. */
export async function hold(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
