/** The journal of a connection, page by page, and what of it is handed on once more. */
import { createModel, signal } from "@preact/signals";
import type { ReplayState } from "../../src/contract/journal";
import type { ReplayTerms } from "../../src/domain/journal/replay";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

export interface JournalFilter {
  kind: "event" | "write" | undefined;
  subject: string | undefined;
  outcome: "failed" | undefined;
}

const DAY_MS = 86_400_000;

/** What an address asks for; anything else in it is no filter. */
export const readFilter = (query: Record<string, string>): JournalFilter => ({
  kind: query["kind"] === "event" || query["kind"] === "write" ? query["kind"] : undefined,
  subject: query["subject"]?.trim() || undefined,
  outcome: query["outcome"] === "failed" ? "failed" : undefined,
});

/** Days as typed, both of them whole in the reader's time; null: they cannot be used. */
export function toRange(from: string, until: string): { from: number; until: number } | null {
  const begins = Date.parse(`${from}T00:00`);
  const ends = Date.parse(`${until}T00:00`);
  return begins <= ends ? { from: begins, until: ends + DAY_MS - 1 } : null;
}

/** Things a replay named; where it names none, all orders. */
export const thingsOf = ({ orders, products, listings }: ReplayState): number =>
  orders + products + listings;

export const JournalModel = createModel((client: Client, id: string) => {
  const params = { id };
  const asked = signal<JournalFilter & { cursor: string | undefined }>({
    ...readFilter({}),
    cursor: undefined,
  });
  const list = createResource(() =>
    client.call("GET /api/connections/:id/journal", { params, query: asked.value }),
  );
  const last = signal<ReplayState | null>(null);
  const show = (filter: JournalFilter, cursor: string | undefined) => {
    const next = { ...filter, cursor };
    const isSame = JSON.stringify(next) === JSON.stringify(asked.value);
    asked.value = next;
    return isSame ? list.reload() : list.reloadOther();
  };
  const replay = async (of: ReplayTerms) => {
    const result = await client.call("POST /api/connections/:id/replay", { params, body: { of } });
    if (result.ok) last.value = result.value;
    return result;
  };
  /** How the replay under way stands now. */
  const follow = async () => {
    const result = await client.call("GET /api/connections/:id/replay", { params });
    if (result.ok && last.value) last.value = result.value.replay;
  };
  return { list, show, last, replay, follow };
});
