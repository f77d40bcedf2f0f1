import type { Store } from "./storage";

/** One request a shop answered, for tests and benchmarks that count them. */
export interface Call {
  side: "tiktok-shop" | "prestashop";
  at: number;
  method: string;
  path: string;
  status: number;
  /** The code in TikTok's envelope; absent on sides that have none. */
  code?: number;
  /** What the module was asked for; absent for everything that is no call to it. */
  moduleCall?: string;
}

const KEPT_CALLS = 5000;

/** Notes a call; only the newest ones are kept. */
export function recordCall(store: Store, call: Call): void {
  const number = (store.get<number>("calls", "count") ?? 0) + 1;
  store.put("calls", "count", number);
  store.put("call", String(number), call);
  store.delete("call", String(number - KEPT_CALLS));
}

/** The noted calls, oldest first. */
export function listCalls(store: Store, side?: Call["side"]): Call[] {
  return store.list<Call>("call").filter((call) => !side || call.side === side);
}

/** Forgets all calls. */
export function clearCalls(store: Store): void {
  const count = store.get<number>("calls", "count") ?? 0;
  for (let number = Math.max(1, count - KEPT_CALLS); number <= count; number++)
    store.delete("call", String(number));
}
