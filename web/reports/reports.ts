/** The reports of a connection, and the one that is read. */
import { createModel, signal } from "@preact/signals";
import type { ReportRow, SignedReport } from "../../src/contract/reports";
import type { ReconciliationReport } from "../../src/domain/reports/reconciliation";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

/** A report with the signature of the very text it was read from. */
export interface OpenReport {
  signed: SignedReport;
  report: ReconciliationReport;
}

export const ReportsModel = createModel((client: Client, id: string) => {
  const params = { id };
  const list = createResource(() =>
    client.call("GET /api/connections/:id/reports", { params, query: {} }),
  );
  const shown = signal("");
  const opened = createResource(async () => {
    const result = await client.call("GET /api/connections/:id/reports/:reportId", {
      params: { id, reportId: shown.value },
    });
    return result.ok ? { ...result, value: open(result.value) } : result;
  });
  const show = (reportId: string) => {
    if (reportId === shown.value) return Promise.resolve();
    shown.value = reportId;
    return opened.reloadOther();
  };
  const start = () => client.call("POST /api/connections/:id/reports", { params, body: {} });
  return { list, opened, show, start };
});

const open = (signed: SignedReport): OpenReport => ({
  signed,
  report: JSON.parse(signed.document) as ReconciliationReport,
});

/** The report that an address names, else the latest; undefined: there is none. */
export const chosenReport = (
  rows: readonly ReportRow[],
  wanted: string | undefined,
): ReportRow | undefined => rows.find(({ id }) => id === wanted) ?? rows[0];

export const lostOf = ({ orders }: Pick<ReportRow, "orders">): number => orders.fates.lost ?? 0;
