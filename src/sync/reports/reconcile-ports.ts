/** What a comparison of both shops reaches, and what it is about. */
import {
  RECENT_MS,
  WINDOW_DAYS,
  type FindingKind,
  type KeptFinding,
  type ReconciliationReport,
  type ReportFinding,
} from "../../domain/reports/reconciliation";
import type { ChannelSession } from "../../platforms/channel";
import type { SourceSession } from "../../platforms/source";
import type { LedgerApi } from "../ledger-api";

export interface ReconcileDeps {
  channel: Pick<ChannelSession, "listOrders" | "readOffers">;
  source: Pick<SourceSession, "findOrders" | "readStock">;
  ledger: Pick<
    LedgerApi,
    | "auditOrders"
    | "receiveOrders"
    | "readFates"
    | "readCounts"
    | "readOrdersNow"
    | "correctOffers"
    | "observe"
  >;
  findings: {
    /** A finding whose key the report has already is left out. */
    add(findings: readonly ReportFinding[]): Promise<void>;
    /** Those of the report with these keys. */
    find(keys: readonly string[]): Promise<KeptFinding[]>;
    /** All of the report, at most so many, those that nobody repaired first. */
    list(limit: number): Promise<KeptFinding[]>;
    /** Keeps what a second reading said of findings that the report has. */
    replace(findings: readonly KeptFinding[]): Promise<void>;
    /** How many the report has of each kind. */
    count(): Promise<Partial<Record<FindingKind, number>>>;
  };
  /** Keeps the report and drops its findings; a repeat changes nothing. */
  keep(report: ReconciliationReport): Promise<void>;
  warehouseId: string;
  now(): number;
}

export interface ReconcileTerms {
  reportId: string;
  connectionId: string;
  /** Address of the store. */
  store: string;
  connectedAt: number;
  /** Epoch ms. */
  startedAt: number;
}

const DAY_MS = 86_400_000;

/** The moments between which orders were made that are compared. */
export const windowOf = ({ startedAt }: Pick<ReconcileTerms, "startedAt">) => ({
  from: startedAt - WINDOW_DAYS * DAY_MS,
  until: startedAt - RECENT_MS,
});
