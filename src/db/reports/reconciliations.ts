import { and, count, desc, eq, lt, sql } from "drizzle-orm";
import type {
  FindingKind,
  KeptFinding,
  ReconciliationReport,
  ReportFinding,
} from "../../domain/reports/reconciliation";
import { chunks } from "../../lib/chunks";
import type { SignedText } from "../../lib/sign-text";
import type { Database } from "../database";
import { reconciliation, reconciliationFinding } from "../schema/reports";

/** D1 takes 2 MB a parameter. */
const FINDINGS_PER_STATEMENT = 500;
/** A comparison takes minutes. */
const ABANDONED_MS = 2 * 86_400_000;
const DAY_MS = 86_400_000;

/** The reports of a connection, the youngest first. */
export function listReconciliations(db: Database, connectionId: string, limit: number) {
  const { id, at, totals } = reconciliation;
  return db
    .select({ id, at, totals })
    .from(reconciliation)
    .where(eq(reconciliation.connectionId, connectionId))
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

/** One report as it was signed; undefined: there is none, or no more. */
export async function findReconciliation(
  db: Database,
  connectionId: string,
  id: string,
): Promise<SignedText | undefined> {
  const { document, signature, publicKey } = reconciliation;
  const [row] = await db
    .select({ text: document, signature, publicKey })
    .from(reconciliation)
    .where(and(eq(reconciliation.connectionId, connectionId), eq(reconciliation.id, id)));
  return row;
}

/** Keeps a report once, and drops what it was made of. */
export async function keepReconciliation(
  db: Database,
  { id, connectionId, startedAt, orders, stock }: ReconciliationReport,
  { text: document, signature, publicKey }: SignedText,
): Promise<void> {
  const row = { id, connectionId, at: startedAt, totals: { orders, stock } };
  await db.batch([
    db
      .insert(reconciliation)
      .values({ ...row, document, signature, publicKey })
      .onConflictDoNothing(),
    db.delete(reconciliationFinding).where(ofReport(connectionId, id)),
  ]);
}

/** Reports that are older than that go, and what comparisons that never ended have found. `now`: epoch ms. */
export async function forgetReconciliations(
  db: Database,
  keptDays: number,
  now: number,
): Promise<void> {
  await db.batch([
    db.delete(reconciliation).where(lt(reconciliation.at, now - keptDays * DAY_MS)),
    db.delete(reconciliationFinding).where(lt(reconciliationFinding.at, now - ABANDONED_MS)),
  ]);
}

const ofReport = (connectionId: string, reportId: string) =>
  and(
    eq(reconciliationFinding.connectionId, connectionId),
    eq(reconciliationFinding.reportId, reportId),
  );

const kind = sql<FindingKind>`${reconciliationFinding.body}->>'what'`;

/** What the comparison of one report has found; `now` stamps the rows, epoch ms. */
export function findingsOf(
  db: Database,
  connectionId: string,
  reportId: string,
  now: () => number,
) {
  const own = ofReport(connectionId, reportId);
  return {
    async add(findings: readonly ReportFinding[]): Promise<void> {
      for (const part of chunks(findings, FINDINGS_PER_STATEMENT))
        await db.run(sql`
          INSERT INTO reconciliation_finding (connection_id, report_id, key, body, at)
          SELECT ${connectionId}, ${reportId}, value->>'key', value, ${now()}
          FROM json_each(${JSON.stringify(part)}) WHERE true
          ON CONFLICT DO NOTHING`);
    },
    async find(keys: readonly string[]): Promise<KeptFinding[]> {
      const { body, key } = reconciliationFinding;
      const isNamed = sql`${key} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
      const rows = await db.select({ body }).from(reconciliationFinding).where(and(own, isNamed));
      return rows.map((row) => row.body);
    },
    async replace(findings: readonly KeptFinding[]): Promise<void> {
      for (const part of chunks(findings, FINDINGS_PER_STATEMENT))
        await db.run(sql`
          INSERT INTO reconciliation_finding (connection_id, report_id, key, body, at)
          SELECT ${connectionId}, ${reportId}, value->>'key', value, ${now()}
          FROM json_each(${JSON.stringify(part)}) WHERE true
          ON CONFLICT DO UPDATE SET body = excluded.body`);
    },
    async list(limit: number): Promise<KeptFinding[]> {
      const { body, key } = reconciliationFinding;
      const rows = await db
        .select({ body })
        .from(reconciliationFinding)
        .where(own)
        .orderBy(sql`${body}->>'isRepaired'`, key)
        .limit(limit);
      return rows.map((row) => row.body);
    },
    async count(): Promise<Partial<Record<FindingKind, number>>> {
      const rows = await db
        .select({ what: kind, rows: count() })
        .from(reconciliationFinding)
        .where(own)
        .groupBy(kind);
      return Object.fromEntries(rows.map(({ what, rows: number }) => [what, number]));
    },
  };
}
