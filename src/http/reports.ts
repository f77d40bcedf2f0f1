import { readConnectionSettings } from "../contract/connection-settings";
import type { reportRoutes } from "../contract/reports";
import { exportConnection } from "../db/reports/export-connection";
import { findReconciliation, listReconciliations } from "../db/reports/reconciliations";
import { SyncError } from "../domain/errors/sync-error";
import { publicKeyOf } from "../lib/sign-text";
import { REPORT_PURPOSE } from "../tasks/report-key";
import { startReconcile } from "../tasks/start-reconcile";
import type { Handlers } from "./call";
import { record } from "./record";

/** More than ninety nights have. */
const MOST_REPORTS = 200;

export const reportHandlers: Handlers<typeof reportRoutes> = {
  async "GET /api/report-key"({ services: { settings } }) {
    const publicKey = await publicKeyOf(settings.authSecret, REPORT_PURPOSE);
    return { algorithm: "Ed25519", publicKey };
  },

  async "GET /api/connections/:id/reports"({ services: { db }, connection, query }) {
    const limit = Math.min(Number(query.limit ?? MOST_REPORTS), MOST_REPORTS);
    const rows = await listReconciliations(db, connection.id, limit);
    return { rows: rows.map(({ totals, ...row }) => ({ ...row, ...totals })) };
  },

  async "POST /api/connections/:id/reports"(call) {
    const { services, viewer, connection } = call;
    const started = await startReconcile(services, connection.id, viewer.name);
    await record(call, connection.id, "report.started", { task: started.taskId });
    return started;
  },

  async "GET /api/connections/:id/reports/:reportId"({ services, connection, params }) {
    const found = await findReconciliation(services.db, connection.id, params.reportId);
    if (!found) throw new SyncError("merchant", "report.not_found");
    const { text: document, signature, publicKey } = found;
    return { document, algorithm: "Ed25519", signature, publicKey };
  },

  async "GET /api/connections/:id/export"(call) {
    const { services, connection } = call;
    const { channelCipher: _cipher, settings, ...own } = connection;
    await record(call, connection.id, "connection.exported");
    const head = {
      format: "weft-connection",
      version: 1,
      exportedAt: services.now(),
      connection: { ...own, settings: readConnectionSettings(settings) },
    };
    const pieces = exportConnection(services.db, connection.id, head);
    return new Response(toStream(pieces), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="weft-${connection.id}.json"`,
      },
    });
  },
};

/** Pulled by the reader, so a slow download holds one page in memory. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
