import type { ProductRow } from "../../src/contract/catalogue";
import type { ConnectionView } from "../../src/contract/connections";
import type { OrderTab } from "../../src/contract/orders";
import type { TaskRow } from "../../src/contract/tasks";
import { outcomeOf, type TaskOutcome } from "../tasks/outcome";
import type { Tone } from "../ui/badge";

/** Which colour a state has, everywhere the same. */
export const ORDER_TAB_TONES: Readonly<Record<Exclude<OrderTab, "all">, Tone>> = {
  waiting: "info",
  unsynced: "bad",
  unfulfilled: "warn",
  fulfilled: "good",
  cancelled: "plain",
  platform: "plain",
  archived: "plain",
};

export function connectionTone(state: ConnectionView["state"]): Tone {
  return ({ setup: "info", active: "good", paused: "warn", disconnected: "bad" } as const)[state];
}

export function syncTone(state: ProductRow["syncState"]): Tone {
  const tones = {
    not_synced: "plain",
    synced: "good",
    sync_failed: "bad",
    update_failed: "warn",
  } as const;
  return tones[state];
}

const OUTCOME_TONES: Readonly<Record<TaskOutcome, Tone>> = {
  good: "good",
  mixed: "warn",
  failed: "bad",
  nothing: "plain",
};

export function taskTone(task: Pick<TaskRow, "state" | "counts">): Tone {
  if (task.state === "completed") return OUTCOME_TONES[outcomeOf(task)];
  const tones = {
    waiting: "plain",
    running: "info",
    unconfirmed: "warn",
    error: "bad",
    cancelled: "plain",
  } as const;
  return tones[task.state];
}

export function orderTone(state: string): Tone {
  if (state === "cancelled") return "plain";
  if (state === "unpaid" || state === "on_hold") return "info";
  return state === "awaiting_shipment" || state === "partially_shipped" ? "warn" : "good";
}
