import type { Conflict } from "../conflict";
import type { Facts } from "../facts";

/** Who must act: nobody (we try again), the merchant, the merchant at a login screen, or us. */
export type Remedy = "retry" | "merchant" | "reconnect" | "defect";

/**
 * The one error of the product. `code` is stable, lower-case and dotted
 * (`tiktok.attribute_missing`); the interface looks up its wording by code, with `facts` filled in.
 */
export class SyncError extends Error {
  /** Of a save that came late: what stands instead. */
  readonly conflict: Conflict | undefined;

  constructor(
    readonly remedy: Remedy,
    readonly code: string,
    readonly facts: Facts = {},
    options: { cause?: unknown; conflict?: Conflict } = {},
  ) {
    const { conflict, ...rest } = options;
    super(code, rest);
    this.name = "SyncError";
    this.conflict = conflict;
  }
}

/** Anything thrown, as a SyncError; what nobody foresaw is a defect of ours. */
export function asSyncError(caught: unknown): SyncError {
  if (caught instanceof SyncError) return caught;
  if (isCopy(caught))
    return new SyncError(caught.remedy, caught.code, caught.facts, { cause: caught });
  const reason = reasonOf(caught);
  return new SyncError(
    "defect",
    "weft.unexpected",
    { reason: reason.slice(0, 300) },
    { cause: caught },
  );
}

/** A failed query shows the values it carried, a buyer's among them, so its cause speaks for it. */
function reasonOf(caught: unknown): string {
  if (!(caught instanceof Error)) return String(caught);
  if ("params" in caught && "query" in caught)
    return caught.cause === undefined ? "a query failed" : reasonOf(caught.cause);
  return `${caught.name}: ${caught.message}`;
}

/** An error that crossed to another object keeps its fields but not its class. */
function isCopy(caught: unknown): caught is Pick<SyncError, "remedy" | "code" | "facts"> {
  return (
    caught instanceof Error &&
    caught.name === "SyncError" &&
    "remedy" in caught &&
    "code" in caught &&
    "facts" in caught
  );
}
