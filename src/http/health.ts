/** The health check of a connection: the last report, a new one, and what Weft can put right. */
import type { FindingView, HealthReport, HealthView, healthRoutes } from "../contract/health";
import type { CheckReport, Finding } from "../domain/health/finding";
import type { Handlers } from "./call";
import type { AppServices } from "./context";
import { guardHealthCheck } from "./login-guard";
import { record } from "./record";

export const healthHandlers: Handlers<typeof healthRoutes> = {
  "GET /api/connections/:id/check": ({ services, connection }) => readView(services, connection.id),

  async "POST /api/connections/:id/check"({ services, viewer, connection }) {
    await guardHealthCheck(services, connection.id, viewer.userId);
    await services.connections.runHealthCheck(connection);
    return readView(services, connection.id);
  },

  async "POST /api/connections/:id/check/repair"(call) {
    const { services, viewer, connection, body } = call;
    await guardHealthCheck(services, connection.id, viewer.userId);
    const recordRepair = () =>
      record(call, connection.id, "connection.repaired", { check: body.check });
    await services.connections.repair(connection, body.check, recordRepair);
    return readView(services, connection.id);
  },
};

async function readView(services: AppServices, connectionId: string): Promise<HealthView> {
  const { report, running } = await services.connections.readHealth(connectionId);
  return {
    report: report && toReport(report),
    running: running && { startedAt: running.startedAt, done: [...running.done] },
  };
}

function toReport({ findings, checkedAt, tookMs, requests }: CheckReport): HealthReport {
  return { findings: findings.map(toView), checkedAt, tookMs, requests };
}

function toView({ check, verdict, facts, because, fix }: Finding): FindingView {
  return {
    check,
    verdict,
    facts,
    because: because ?? null,
    canFix: fix !== undefined,
  };
}
