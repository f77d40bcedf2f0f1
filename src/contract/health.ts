import * as z from "zod";
import type { Verdict as DomainVerdict } from "../domain/health/finding";
import { Count, EpochMs, Facts, IgnoredBody, OfConnection } from "./common";
import { defineRoutes } from "./route";

export const Verdict = z
  .enum(["pass", "warn", "fail", "skipped"])
  .describe(
    "fail: orders, stock or listings do not work or come out wrong; warn: slower, or left to do.",
  ) satisfies z.ZodType<DomainVerdict>;
export type Verdict = z.infer<typeof Verdict>;

export const FindingView = z
  .object({
    check: z.string().describe("Such as store.reachable; the part before the point is its group."),
    verdict: Verdict,
    facts: Facts,
    because: z.string().nullable().describe("Of a skipped check: the one that has to pass first."),
    canFix: z.boolean().describe("Whether Weft can repair it by itself."),
  })
  .meta({ id: "Finding" });
export type FindingView = z.infer<typeof FindingView>;

export const HealthReport = z
  .object({
    findings: z.array(FindingView),
    checkedAt: EpochMs,
    tookMs: Count,
    requests: Count.describe("Requests to both shops together."),
  })
  .meta({ id: "HealthReport" });
export type HealthReport = z.infer<typeof HealthReport>;

export const HealthView = z
  .object({
    report: HealthReport.nullable().describe("Of the last finished check."),
    running: z
      .object({ startedAt: EpochMs, done: z.array(z.string()) })
      .nullable()
      .describe("The running check, and which sides are finished."),
  })
  .meta({ id: "Health" });
export type HealthView = z.infer<typeof HealthView>;

export const healthRoutes = defineRoutes({
  "GET /api/connections/:id/check": {
    name: "readHealth",
    summary: "Read the last report of the health check",
    needs: "admin",
    params: OfConnection,
    answer: HealthView,
  },
  "POST /api/connections/:id/check": {
    name: "checkHealth",
    summary: "Check both shops now; takes some seconds",
    needs: "admin",
    params: OfConnection,
    body: IgnoredBody,
    answer: HealthView,
  },
  "POST /api/connections/:id/check/repair": {
    name: "repairFinding",
    summary: "Repair what the last report says of one check, and check again",
    needs: "admin",
    params: OfConnection,
    body: z.object({ check: z.string().max(60) }),
    answer: HealthView,
  },
});
