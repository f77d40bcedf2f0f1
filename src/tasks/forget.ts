/** Once an hour: what must not be kept any longer. */
import { listDueBuyers, forgetBuyersOf } from "../db/orders/forget-buyers";
import { forgetSheetRows } from "../db/sheets/sheet-rows";
import { forgetReconciliations } from "../db/reports/reconciliations";
import { sweepPersons } from "../db/accounts/sweep-persons";
import { KEPT_DAYS } from "../domain/reports/reconciliation";
import { asSyncError } from "../domain/errors/sync-error";
import { forgetBuyers } from "../sync/orders/forget-buyers";
import { resealOlder } from "./reseal";
import type { Services } from "./services";

const HOUR_MS = 3_600_000;
/** More than that wait an hour. */
const BUYERS_A_ROUND = 500;
/** Where a connection was never set; the default of the setting. */
export const USUAL_DAYS = 60;

export async function forgetWhatIsOver(services: Services, scheduledAt: number): Promise<void> {
  if (scheduledAt % HOUR_MS >= 60_000) return;
  const { db, now, log } = services;
  await sweepPersons(db, now());
  await forgetSheetRows(db, now());
  await forgetReconciliations(db, KEPT_DAYS, now());
  await resealOlder(services);
  const due = await listDueBuyers(db, USUAL_DAYS, BUYERS_A_ROUND, now());
  const byConnection = Map.groupBy(due, ({ connectionId }) => connectionId);
  for (const [connectionId, orders] of byConnection) {
    const deps = {
      ledger: services.ledger(connectionId),
      forget: (ids: readonly string[]) => forgetBuyersOf(db, connectionId, ids, now()),
    };
    // A broken ledger does not stop the round.
    await forgetBuyers(
      deps,
      orders.map(({ channelOrderId }) => channelOrderId),
    ).catch((caught: unknown) =>
      log.error("buyers.not_forgotten", { connectionId, code: asSyncError(caught).code }),
    );
  }
  if (due.length > 0) log.info("buyers.forgotten", { count: due.length });
}
