/** A night's comparison of both shops: begun by the plan, signed, read, verified and forgotten. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { forgetReconciliations } from "../../../src/db/reports/reconciliations";
import { listTasks } from "../../../src/db/tasks/read-tasks";
import type { ReconciliationReport } from "../../../src/domain/reports/reconciliation";
import { sweepReconciliations } from "../../../src/tasks/sweep-reconciliations";
import { catalogueHarness } from "../../support/catalogue-harness";
import { isSigned } from "../../support/is-signed";

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 30 * 60_000;

it("a night's report names the order that waits, is signed, and is kept for 90 days", async () => {
  const harness = await catalogueHarness();
  const { world, services, merchant, connectionId } = harness;
  const { db } = services;
  services.ledger = () => harness.realLedger;
  services.now = () => Date.now() + HALF_HOUR_MS;
  const params = { id: connectionId };
  const reports = async () =>
    (await merchant.call("GET /api/connections/:id/reports", { params, query: {} })).rows;
  const taskCount = async () => (await listTasks(db, connectionId, undefined, 50)).rows.length;
  expect(await reports()).toEqual([]);

  // First it only gets its place in the plan; then its night has come, for one sweep alone.
  await sweepReconciliations(services, 0);
  expect(await taskCount()).toBe(0);
  const { results } = await env.DB.prepare("SELECT due_at FROM reconciliation_plan").all();
  expect(Number(results[0]?.["due_at"])).toBeGreaterThan(services.now());
  await env.DB.prepare("UPDATE reconciliation_plan SET due_at = 1").run();
  await sweepReconciliations(services, 60_000);
  expect(await taskCount()).toBe(0);
  const { skuId = "" } = world.tiktok.addProduct({
    title: "A candle by hand",
    sellerSku: "CANDLE",
    price: "9.90",
    quantity: 3,
  });
  const orderId = world.tiktok.placeOrder({ lines: [{ skuId, quantity: 1 }] });
  await Promise.all([sweepReconciliations(services, 0), sweepReconciliations(services, 0)]);
  expect(await taskCount()).toBe(1);
  // A night that fails is due again in half an hour, one that ends well at the next night.
  const dueIn = async () => {
    const plan = await env.DB.prepare("SELECT due_at FROM reconciliation_plan").first("due_at");
    return Number(plan) - services.now();
  };
  expect(await dueIn()).toBeLessThanOrEqual(HALF_HOUR_MS);
  await harness.drain();
  expect(
    Number(await env.DB.prepare("SELECT due_at FROM reconciliation_plan").first("due_at")),
  ).toBe(Number(results[0]?.["due_at"]));

  const [row, ...others] = await reports();
  expect(others).toEqual([]);
  expect(row?.orders).toMatchObject({
    listed: 1,
    fates: { held: 1 },
    reasons: { "order.line_unlinked": 1 },
  });
  const of = { params: { id: connectionId, reportId: row?.id ?? "" } };
  const signed = await merchant.call("GET /api/connections/:id/reports/:reportId", of);
  const { document, signature, publicKey } = signed;
  const report = JSON.parse(document) as ReconciliationReport;
  expect(report).toMatchObject({ connectionId, orders: row?.orders, unnamed: 0 });
  expect(report.findings.map(({ subjectId }) => subjectId)).toEqual([orderId]);
  const isTrue = (text: string) => isSigned({ text, signature, publicKey });
  expect(await isTrue(document)).toBe(true);
  expect(await isTrue(document.replace('"held":1', '"held":0'))).toBe(false);
  expect((await merchant.call("GET /api/report-key")).publicKey).toBe(publicKey);
  const left = await env.DB.prepare("SELECT key FROM reconciliation_finding").all();
  expect(left.results).toEqual([]);

  await forgetReconciliations(db, 90, services.now() + 89 * DAY_MS);
  expect(await reports()).toHaveLength(1);
  await forgetReconciliations(db, 90, services.now() + 91 * DAY_MS);
  expect(await reports()).toEqual([]);
  const gone = await merchant.send("GET /api/connections/:id/reports/:reportId", of);
  expect([gone.status, await gone.json()]).toMatchObject([
    404,
    { error: { code: "report.not_found" } },
  ]);
});
