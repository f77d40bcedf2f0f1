/** A report as files to keep. */
import type { ReportFinding } from "../../src/domain/reports/reconciliation";
import { saveFile } from "../sheets/save-file";
import { delimiterFor, toCsv } from "../sheets/write-file";
import type { OpenReport } from "./reports";

const nameOf = ({ report }: OpenReport) =>
  `weft-report-${new Date(report.startedAt).toISOString().slice(0, 10)}`;

/** The signed text as it is, with its signature. */
export function saveJson(opened: OpenReport): void {
  saveFile(`${nameOf(opened)}.json`, JSON.stringify(opened.signed, null, 2), "application/json");
}

/** A row for each difference; what a file of one night says in numbers is in the JSON. */
export async function saveCsv(opened: OpenReport, language: string): Promise<void> {
  const { findings } = opened.report;
  const rows = [HEADINGS, ...findings.map(cellsOf)];
  saveFile(`${nameOf(opened)}.csv`, await toCsv(rows, delimiterFor(language)));
}

const HEADINGS = [
  "Key",
  "Found",
  "Set right",
  "Fate",
  "Reason",
  "Store",
  "Weft",
  "Wanted",
  "TikTok Shop",
];

function cellsOf({ key, what, isRepaired, fate, reason, facts }: ReportFinding) {
  const numbers = ["store", "ledger", "wanted", "shown"].map((name) => {
    const value = facts[name];
    return typeof value === "number" ? String(value) : "";
  });
  return [key, what, isRepaired ? "yes" : "no", fate ?? "", reason ?? "", ...numbers];
}
