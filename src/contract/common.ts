/** Shapes that several subjects of the contract share. Money is minor units and a currency. */
import * as z from "zod";
import type { Conflict as DomainConflict } from "../domain/conflict";
import type { Reason as DomainReason } from "../domain/errors/reason";
import type { Fact as DomainFact, Facts as DomainFacts } from "../domain/facts";
import type { Remedy } from "../domain/errors/sync-error";

/** An amount in the minor unit of its currency; negative where the store's is. */
export const Minor = z.int();
/** A moment as epoch milliseconds, UTC. */
export const EpochMs = z.int();
export const Count = z.int().nonnegative();

/** Control characters, and marks that turn the direction of a text: what is shown would not be what is meant. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** What people call something or themselves. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((name) => !HIDDEN.test(name));

/** An id of ours or of a shop, as it comes in. */
export const Id = z.string().min(1).max(100);
export const Search = z.string().max(200);
/** Where the next page begins, as the page before said in `next`. */
export const Cursor = z.string().max(300);
export const Next = z
  .string()
  .nullable()
  .describe("Cursor of the next page; null on the last one.");
/** The body of a change that needs none: an empty object, or nothing at all. */
export const NoBody = z.strictObject({});
/** The same where other fields are let pass unread. */
export const IgnoredBody = z.object({});

export const ConnectionId = Id.brand<"ConnectionId">();
/** Parameters of the routes of a connection, which is always one of the caller's account. */
export const OfConnection = z.object({ id: ConnectionId });

const Fact: z.ZodType<DomainFact> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.lazy(() => Facts),
]);

export const Facts = z
  .object({
    retryAfterMs: z.number().optional(),
    requestId: z.string().optional(),
    maybeApplied: z.boolean().optional(),
    sourceOrderId: z.string().optional(),
  })
  .catchall(Fact)
  .meta({ id: "Facts" }) satisfies z.ZodType<DomainFacts>;

export const Reason = z
  .object({
    code: z.string().describe("Stable and dotted, such as tiktok.attribute_missing."),
    facts: Facts.describe("Values the wording of the code is filled with."),
  })
  .meta({ id: "Reason" }) satisfies z.ZodType<DomainReason>;
export type Reason = z.infer<typeof Reason>;

const ByField = z.record(z.string(), z.unknown());

export const Conflict = z
  .object({
    version: Count.describe("The version that stands; a save that has seen it goes through."),
    yours: ByField.describe("What was to be saved, by field."),
    current: ByField.describe("What the same fields hold."),
  })
  .meta({ id: "Conflict" }) satisfies z.ZodType<DomainConflict>;
export type Conflict = z.infer<typeof Conflict>;

/** Answer of every refused call. Its wording has the key `code` in the message catalogue. */
export const ApiError = z
  .object({
    error: Reason,
    conflict: Conflict.optional().describe("Of settings.changed_meanwhile alone."),
  })
  .meta({ id: "ApiError" });
export type ApiError = z.infer<typeof ApiError>;

export const ProblemView = z
  .object({
    key: z.string(),
    code: z.string(),
    remedy: z
      .enum(["retry", "merchant", "reconnect", "defect"])
      .describe("Who must act.") satisfies z.ZodType<Remedy>,
    facts: Facts,
    firstSeenAt: EpochMs,
    lastSeenAt: EpochMs,
  })
  .meta({ id: "Problem" });
export type ProblemView = z.infer<typeof ProblemView>;

/** What a task that was just started is known by. */
export const StartedTask = z.object({ taskId: z.string() }).meta({ id: "StartedTask" });
