/** The health check of a connection: the last report, a new one, and what Weft can put right. */
import { z } from "zod";
import { checkNow, repairNow } from "../../compose/check";
import { findCheck } from "../../db/connection-checks";
import type { CheckReport, Finding } from "../../domain/finding";
import type { FindingView, HealthReport } from "../api";
import { record } from "../record";
import type { RouteTable } from "../route";

type Keys =
  | "GET /api/connections/:id/check"
  | "POST /api/connections/:id/check"
  | "POST /api/connections/:id/check/repair";

export const checkRoutes: RouteTable<Keys> = {
  "GET /api/connections/:id/check": {
    async run({ services, connection }) {
      const { report, running } = await findCheck(services.db, connection.id);
      return {
        report: report && toReport(report),
        running: running && { startedAt: running.startedAt, done: [...running.done] },
      };
    },
  },

  "POST /api/connections/:id/check": {
    body: z.object({}),
    run: async ({ services, connection }) => ({
      report: toReport(await checkNow(services, connection)),
      running: null,
    }),
  },

  "POST /api/connections/:id/check/repair": {
    body: z.object({ check: z.string().max(60) }),
    async run(call) {
      const { services, connection, body } = call;
      const report = await repairNow(services, connection, body.check);
      await record(call, connection.id, "connection.repaired", { check: body.check });
      return { report: toReport(report), running: null };
    },
  },
};

function toReport({ findings, checkedAt, tookMs, requests }: CheckReport): HealthReport {
  return { findings: findings.map(toView), checkedAt, tookMs, requests };
}

function toView({ check, verdict, facts, because, fix }: Finding): FindingView {
  return {
    check,
    verdict,
    facts: { ...facts },
    because: because ?? null,
    canFix: fix !== undefined,
  };
}
