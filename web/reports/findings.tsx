import type { ReportFinding } from "../../src/domain/reports/reconciliation";
import { Badge } from "../ui/badge";
import { DataTable, type Column } from "../ui/data-table";
import { reasonText } from "./reason-text";
import { t } from "./texts";

/** What differed, each with a link to what it is about. */
export function Findings({ findings, base }: { findings: readonly ReportFinding[]; base: string }) {
  if (findings.length === 0) return <p class="soft">{t("reports.noFindings")}</p>;
  return (
    <DataTable
      caption={t("reports.findings")}
      columns={columnsOf(base)}
      rows={findings}
      keyOf={({ key }) => key}
    />
  );
}

const columnsOf = (base: string): readonly Column<ReportFinding>[] => [
  {
    key: "subject",
    label: t("reports.col.subject"),
    isRowHead: true,
    cell: (finding) => <Subject finding={finding} base={base} />,
  },
  {
    key: "what",
    label: t("reports.col.what"),
    cell: (finding) => <What finding={finding} />,
  },
  {
    key: "state",
    label: t("reports.col.state"),
    cell: (finding) => <Outcome finding={finding} />,
  },
];

const isOrder = ({ key }: ReportFinding) => key.startsWith("order:");

function Subject({ finding, base }: { finding: ReportFinding; base: string }) {
  const { subjectId: id } = finding;
  const page = isOrder(finding) ? "orders" : "products";
  const label = isOrder(finding) ? t("reports.subject.order", { id }) : skuText(finding);
  return <a href={`${base}/${page}/${encodeURIComponent(id)}`}>{label}</a>;
}

/** "0": the product has no variants. */
function skuText({ subjectId: id, facts: { variantId } }: ReportFinding): string {
  const hasVariants = typeof variantId === "string" && variantId !== "0";
  return hasVariants
    ? t("reports.subject.variant", { id, variant: variantId })
    : t("reports.subject.product", { id });
}

function What({ finding }: { finding: ReportFinding }) {
  const { reason, fate } = finding;
  // Of a lost order the sentence says it already.
  const isPlain = fate === "in_store" || fate === "cancelled" || fate === "lost";
  return (
    <>
      {whatText(finding)}
      {reason && !isPlain && <div class="soft small">{reasonText(reason)}</div>}
    </>
  );
}

function whatText(finding: ReportFinding): string {
  const { what, facts } = finding;
  const of = (name: string) => Number(facts[name] ?? 0);
  if (what === "store")
    return t("reports.what.store", { store: of("store"), ledger: of("ledger") });
  if (what === "channel")
    return t("reports.what.channel", { shown: of("shown"), wanted: of("wanted") });
  if (what === "unread" && !isOrder(finding)) return t("reports.what.uncompared");
  return t(`reports.what.${what}`);
}

function Outcome({ finding }: { finding: ReportFinding }) {
  const { what, isRepaired, fate } = finding;
  if (what === "unread" && !isOrder(finding))
    return <Badge tone="warn">{t("reports.outcome.uncompared")}</Badge>;
  if (fate === "lost" || fate === "held")
    return <Badge tone="bad">{t("reports.outcome.open")}</Badge>;
  if (isRepaired) return <Badge tone="good">{t("reports.outcome.repaired")}</Badge>;
  return <Badge tone="info">{t("reports.outcome.later")}</Badge>;
}
