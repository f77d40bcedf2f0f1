import { asSyncError } from "../domain/errors/sync-error";
import { runDueRows, type RunnerDeps } from "./runner";

/** Runs what is due and logs how that ended; it never throws. */
export async function drainLogged(deps: RunnerDeps): Promise<void> {
  const { connectionId, log } = deps.ports;
  try {
    const report = await runDueRows(deps);
    log.info("ledger.drained", { connectionId, ...report });
  } catch (caught) {
    const { code, facts } = asSyncError(caught);
    const reason = String(facts["reason"] ?? "");
    log.error("ledger.drain_failed", { connectionId, code, reason });
  }
}
