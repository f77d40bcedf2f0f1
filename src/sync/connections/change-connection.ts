import {
  planChange,
  type ChangeActivity,
  type ChangeableConnection,
  type PlannedChange,
  type WantedChange,
} from "../../domain/connections/plan-change";
import type { LedgerApi } from "../ledger-api";

export interface ChangeConnectionDeps<Settings> {
  /** Throws SyncError("merchant", "connection.name_taken"). */
  save(change: PlannedChange<Settings>["change"]): Promise<void>;
  ledger: Pick<LedgerApi, "setActive" | "releaseOrders">;
  record(kind: ChangeActivity["kind"], facts: Record<string, string>): Promise<void>;
}

/** Writes a merchant's change, lets the ledger follow and records it. Throws what `planChange` throws. */
export async function changeConnectionBy<Settings extends object>(
  deps: ChangeConnectionDeps<Settings>,
  current: ChangeableConnection<Settings>,
  wanted: WantedChange<Settings>,
): Promise<void> {
  const { change, setActive, releasesOrders, activities } = planChange(current, wanted);
  await deps.save(change);
  if (setActive !== undefined) await deps.ledger.setActive(setActive);
  if (releasesOrders) await deps.ledger.releaseOrders();
  for (const { kind, facts } of activities) await deps.record(kind, facts);
}
