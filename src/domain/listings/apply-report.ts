import type { Reason } from "../errors/reason";

export type SyncState = "not_synced" | "synced" | "sync_failed" | "update_failed";

/** The badge of a product that is refused; one the channel has already is still on sale there. */
export function refusedState(channelProductId: string | null | undefined) {
  return channelProductId ? ("update_failed" as const) : ("sync_failed" as const);
}

/**
 * The badge and the reasons after the channel was read. A rejected listing is a failed sync with
 * what the audit said; a failed update stays one until a later push succeeds, as the channel still
 * shows the old content and knows nothing of it.
 */
export function applyReport(
  current: { syncState: SyncState; reasons: readonly Reason[] },
  report: { status: string; reasons: readonly string[] },
): { syncState: SyncState; reasons: readonly Reason[] } {
  const audit = report.reasons.map((text) => ({ code: "listing.audit_rejected", facts: { text } }));
  if (current.syncState === "update_failed")
    return { syncState: "update_failed", reasons: audit.length > 0 ? audit : current.reasons };
  if (report.status === "rejected") return { syncState: "sync_failed", reasons: audit };
  return { syncState: "synced", reasons: audit };
}
