/** What passed between Weft and both shops, and what of it is handed on once more. */
import * as z from "zod";
import { JOURNAL_KINDS, type JournalEntry as DomainEntry } from "../domain/journal/journal";
import { MOST_REPLAYED, type ReplayState as DomainReplay } from "../domain/journal/replay";
import { Count, Cursor, EpochMs, Id, Next, OfConnection } from "./common";
import { defineRoutes } from "./route";

export const JournalEntry = z
  .object({
    id: z.string(),
    kind: z.enum(JOURNAL_KINDS).describe("An event that came in, or a call that writes."),
    at: EpochMs,
    side: z.enum(["source", "channel"]).describe("The store, or the channel."),
    what: z.string().describe("The event's kind, or the call's method and path."),
    subjects: z.array(z.string()).describe('Of whom it is, such as "order:5761".'),
    outcome: z.string().describe("Code of the answer or of the error; empty for events."),
    isFailed: z.boolean(),
    tookMs: Count.describe("Of a call, its tries and pauses included."),
    body: z.string().describe("What was sent or delivered, masked: no buyer, no secret."),
    answer: z.string().describe("What came back, masked."),
  })
  .meta({ id: "JournalEntry" }) satisfies z.ZodType<DomainEntry>;
export type JournalEntry = z.infer<typeof JournalEntry>;

export const ReplayState = z
  .object({
    at: EpochMs,
    events: Count.describe("Events that were handed on."),
    orders: Count,
    products: Count,
    listings: Count,
    waiting: Count.describe("Of them, those still to be read."),
    changed: z
      .array(z.string())
      .describe("Subjects something happened to since; none: nothing was missing."),
    writes: Count.describe("Calls since that wrote something about them."),
    isDone: z.boolean(),
  })
  .meta({ id: "ReplayState" }) satisfies z.ZodType<DomainReplay>;
export type ReplayState = z.infer<typeof ReplayState>;

const ReplayTerms = z.union([
  z.strictObject({ event: Id.describe("Id of an entry.") }),
  z.strictObject({ subject: Id.describe('"order:5761", "product:12", "listing:1729".') }),
  z.strictObject({ from: EpochMs, until: EpochMs }),
  z.strictObject({
    everything: z.literal(true).describe("Every order is written into the pages' records anew."),
  }),
]);

export const journalRoutes = defineRoutes({
  "GET /api/connections/:id/journal": {
    name: "listJournal",
    summary: "List events and calls that write, the latest first, masked",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      kind: z.enum(JOURNAL_KINDS).optional(),
      subject: Id.optional().describe("A subject, or an id alone."),
      outcome: z.literal("failed").optional(),
      cursor: Cursor.optional(),
    }),
    answer: z.object({ rows: z.array(JournalEntry), next: Next }),
  },
  "GET /api/connections/:id/replay": {
    name: "readReplay",
    summary: "Read what became of the last replay",
    needs: "admin",
    params: OfConnection,
    answer: z.object({ replay: ReplayState.nullable() }),
  },
  "POST /api/connections/:id/replay": {
    name: "replay",
    summary: `Hand an event, an order, a product or a span of time on once more, ${MOST_REPLAYED} things at most`,
    needs: "admin",
    params: OfConnection,
    body: z.object({ of: ReplayTerms }),
    answer: ReplayState,
  },
});
