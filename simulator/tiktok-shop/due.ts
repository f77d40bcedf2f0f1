import type { Context } from "./context";

/** An event that is due when world time reaches `at` (epoch ms). */
export interface Due {
  kind: "audit" | "order" | "cancellation" | "webhook";
  id: string;
  at: number;
}

const rowId = (due: Pick<Due, "kind" | "id">) => `${due.kind}:${due.id}`;

/** Plans one event; a second plan for the same thing replaces the first. */
export function schedule(context: Context, due: Due): void {
  context.storage.put("tts:due", rowId(due), due);
}

/** Drops a planned event. */
export function unschedule(context: Context, kind: Due["kind"], id: string): void {
  context.storage.delete("tts:due", rowId({ kind, id }));
}

/** The events that are due now, earliest first. */
export function dueNow(context: Context, kinds: readonly Due["kind"][]): Due[] {
  const now = context.clock.now();
  return context.storage
    .list<Due>("tts:due")
    .filter((due) => due.at <= now && kinds.includes(due.kind))
    .toSorted((a, b) => a.at - b.at);
}

/** When the next event is due (epoch ms of world time); absent: nothing is planned. */
export function nextDueAt(context: Context): number | undefined {
  const times = context.storage.list<Due>("tts:due").map((due) => due.at);
  return times.length === 0 ? undefined : Math.min(...times);
}
