import { computed, createModel, signal } from "@preact/signals";
import type { MissedOrder } from "../../src/contract/missed-orders";
import type { Client } from "../api/client";

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 90;

export interface PlacedTime {
  /** Epoch ms. */
  from: number;
  /** Not in it. */
  before: number;
}

/** Days as typed, "2026-11-30", both of them whole in the reader's time; null: they cannot be used. */
export function toPlacedTime(from: string, until: string): PlacedTime | null {
  const begins = Date.parse(`${from}T00:00`);
  const ends = Date.parse(`${until}T00:00`);
  if (!(begins <= ends) || ends - begins >= LONGEST_DAYS * DAY_MS) return null;
  const after = new Date(ends);
  after.setDate(after.getDate() + 1);
  return { from: begins, before: Math.min(after.getTime(), begins + LONGEST_DAYS * DAY_MS) };
}

/** The orders of a time that the store does not have, read page by page. */
export const MissedModel = createModel((client: Client, id: string) => {
  const params = { id };
  const rows = signal<readonly MissedOrder[]>([]);
  const inStore = signal(0);
  const next = signal<string | null>(null);
  const isRead = signal(false);
  let time: PlacedTime | null = null;
  const read = async (cursor?: string) => {
    const query = { ...(time ?? { from: 0, before: 0 }), ...(cursor ? { cursor } : {}) };
    const result = await client.call("GET /api/connections/:id/missed-orders", { params, query });
    if (!result.ok) return result;
    rows.value = [...rows.value, ...result.value.rows];
    inStore.value += result.value.inStore;
    next.value = result.value.next;
    isRead.value = true;
    return result;
  };
  const find = (wanted: PlacedTime) => {
    time = wanted;
    rows.value = [];
    inStore.value = 0;
    isRead.value = false;
    return read();
  };
  const readMore = () => read(next.value ?? undefined);
  const due = computed(() => rows.value.filter(({ why }) => why === "due"));
  const left = computed(() => rows.value.filter(({ why }) => why !== "due"));
  const sync = (orderIds: string[]) =>
    client.call("POST /api/connections/:id/missed-orders", { params, body: { orderIds } });
  return { rows, inStore, next, isRead, due, left, find, readMore, sync };
});
