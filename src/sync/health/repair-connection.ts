import type { CheckReport, Fix } from "../../domain/health/finding";
import { SyncError } from "../../domain/errors/sync-error";

export interface RepairDeps {
  lastReport(): Promise<CheckReport | undefined>;
  repairSource(fix: Fix): Promise<void>;
  registerWebhooks(): Promise<void>;
  /** Keeps that it was done; before the look, which may fail. */
  tellRepaired(): Promise<void>;
  check(): Promise<void>;
}

/**
 * Puts right what the last report says of one check, and looks again. Only what a report offers is
 * done, and doing it again changes nothing. Throws SyncError("merchant", "check.nothing_to_fix") and
 * what the shop's side throws.
 */
export async function repairConnection(deps: RepairDeps, check: string): Promise<void> {
  const report = await deps.lastReport();
  const fix = report?.findings.find((finding) => finding.check === check)?.fix;
  if (!fix) throw new SyncError("merchant", "check.nothing_to_fix");
  await (fix.side === "source" ? deps.repairSource(fix) : deps.registerWebhooks());
  await deps.tellRepaired();
  await deps.check();
}
