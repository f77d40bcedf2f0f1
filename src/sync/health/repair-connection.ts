import type { CheckReport, Fix } from "../../domain/health/finding";
import { SyncError } from "../../domain/errors/sync-error";

export interface RepairDeps {
  lastReport(): Promise<CheckReport | undefined>;
  repairSource(fix: Fix): Promise<void>;
  registerWebhooks(): Promise<void>;
  /** Tries the orders that wait; or ends the silence that this shop asked for. */
  repairLedger(what: string): Promise<void>;
  /** Records the repair; before the check, which may fail. */
  recordRepair(): Promise<void>;
  checkAgain(): Promise<void>;
}

/**
 * Repairs what the last report says of one check, and checks again. Only what a report offers is
 * done, and doing it again changes nothing. Throws SyncError("merchant", "check.nothing_to_fix") and
 * what the store throws.
 */
export async function repairConnection(deps: RepairDeps, check: string): Promise<void> {
  const report = await deps.lastReport();
  const fix = report?.findings.find((finding) => finding.check === check)?.fix;
  if (!fix) throw new SyncError("merchant", "check.nothing_to_fix");
  await repairAt(deps, fix);
  await deps.recordRepair();
  await deps.checkAgain();
}

function repairAt(deps: RepairDeps, fix: Fix): Promise<void> {
  if (fix.side === "ledger") return deps.repairLedger(fix.what);
  return fix.side === "source" ? deps.repairSource(fix) : deps.registerWebhooks();
}
