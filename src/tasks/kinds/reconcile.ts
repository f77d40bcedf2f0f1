import * as z from "zod";
import { findingsOf, keepReconciliation } from "../../db/reports/reconciliations";
import { planNext } from "../../db/reports/reconciliation-plan";
import { canonicalText } from "../../domain/canonical-text";
import type { ReconciliationReport } from "../../domain/reports/reconciliation";
import { signText } from "../../lib/sign-text";
import { reconcileStep } from "../../sync/reports/reconcile";
import type { PageKind } from "../kind";
import { nextComparison } from "../next-comparison";
import { REPORT_PURPOSE } from "../report-key";

const Parameters = z.object({
  reportId: z.string(),
  /** Epoch ms. */
  startedAt: z.number(),
});

/** Compares both shops with the ledger and keeps a signed report of it. */
export const reconcile: PageKind<z.infer<typeof Parameters>> = {
  runs: "pages",
  side: "channel",
  parameters: Parameters,

  async begin({ services, connection }) {
    await services.ledger(connection.id).pollOrders();
  },

  async step({ services, connection, parameters }, progress) {
    const { db, now, settings } = services;
    const { id: connectionId, sourceUrl: store, createdAt: connectedAt, warehouseId } = connection;
    const deps = {
      channel: await connection.channel(),
      source: await connection.source(),
      ledger: services.ledger(connectionId),
      findings: findingsOf(db, connectionId, parameters.reportId, now),
      keep: async (report: ReconciliationReport) =>
        keepReconciliation(
          db,
          report,
          await signText(settings.authSecret, REPORT_PURPOSE, canonicalText(report)),
        ),
      warehouseId,
      now,
    };
    return reconcileStep(deps, { ...parameters, connectionId, store, connectedAt }, progress);
  },

  async end({ services: { db, now }, connection: { id, timeZone } }) {
    await planNext(db, id, nextComparison(id, timeZone, now()));
  },
};
