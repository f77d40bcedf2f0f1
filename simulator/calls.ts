import type { Storage } from "./storage";

/** One request that a simulated side answered, for tests and benchmarks that count requests. */
export interface Call {
  side: "tiktok-shop" | "prestashop";
  at: number;
  method: string;
  path: string;
  status: number;
  /** The code in TikTok's envelope; absent on sides that have none. */
  code?: number;
  /** The name of the call to the module; absent for any other request. */
  moduleCall?: string;
}

const KEPT_CALLS = 5000;

/** Records a call; only the newest 5000 are kept. */
export function recordCall(storage: Storage, call: Call): void {
  const number = (storage.get<number>("calls", "count") ?? 0) + 1;
  storage.put("calls", "count", number);
  storage.put("call", String(number), call);
  storage.delete("call", String(number - KEPT_CALLS));
}

/** The recorded calls, oldest first. */
export function listCalls(storage: Storage, side?: Call["side"]): Call[] {
  return storage.list<Call>("call").filter((call) => !side || call.side === side);
}

/** Deletes all recorded calls. */
export function clearCalls(storage: Storage): void {
  const count = storage.get<number>("calls", "count") ?? 0;
  for (let number = Math.max(1, count - KEPT_CALLS); number <= count; number++)
    storage.delete("call", String(number));
}
