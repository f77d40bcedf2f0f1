import { ORDER_FATES } from "../../src/domain/reports/order-fate";
import { CopyField } from "../ui/copy-field";
import { formatDateTime, formatNumber } from "../i18n/format";
import { Button } from "../ui/button";
import type { Tone } from "../ui/badge";
import { Notice } from "../ui/notice";
import { Card } from "../ui/page";
import { ShareBar } from "../ui/share-bar";
import { Findings } from "./findings";
import { reasonText } from "./reason-text";
import { saveCsv, saveJson } from "./report-files";
import { lostOf, type OpenReport } from "./reports";
import { t } from "./texts";
import "./report.css";

const FATE_TONES: Readonly<Record<(typeof ORDER_FATES)[number], Tone>> = {
  in_store: "good",
  waiting: "info",
  held: "warn",
  skipped: "plain",
  cancelled: "plain",
  lost: "bad",
};
const VERDICTS = [
  ["equal", "good"],
  ["moving", "info"],
  ["unsent", "plain"],
  ["unread", "warn"],
  ["store", "warn"],
  ["channel", "warn"],
] as const;

/** One report: the verdict, the pictures, what differed, and files to keep. */
export default function Report({ opened, base }: { opened: OpenReport; base: string }) {
  const { report } = opened;
  const { orders, stock, findings, unnamed } = report;
  return (
    <>
      <Verdict opened={opened} />
      <Card title={t("reports.orders")}>
        <Shares
          title={t("reports.orders")}
          parts={ORDER_FATES.map((fate) => ({
            label: t(`reports.fate.${fate}`),
            count: orders.fates[fate] ?? 0,
            tone: FATE_TONES[fate],
          }))}
        />
        <Reasons reasons={orders.reasons} />
      </Card>
      <Card title={t("reports.stock")}>
        <Shares
          title={t("reports.stock")}
          parts={VERDICTS.map(([verdict, tone]) => ({
            label: t(`reports.verdict.${verdict}`),
            count: stock[verdict],
            tone,
          }))}
        />
      </Card>
      <Card title={t("reports.findings")}>
        <Findings findings={findings} base={base} />
        {unnamed > 0 && <p class="soft">{t("reports.unnamed", { count: unnamed })}</p>}
      </Card>
      <Keep opened={opened} />
    </>
  );
}

function Verdict({ opened: { report } }: { opened: OpenReport }) {
  const lost = lostOf(report);
  const { listed, isWhole } = report.orders;
  const isAll = isWhole && report.stock.isWhole;
  const from = formatDateTime(report.from);
  const until = formatDateTime(report.until);
  return (
    <Notice
      tone={lost > 0 ? "bad" : "good"}
      title={lost > 0 ? t("reports.bad", { count: lost }) : t("reports.good", { count: listed })}
    >
      <p>{t(lost > 0 ? "reports.badText" : "reports.goodText")}</p>
      <p class="soft small">{t("reports.window", { from, until })}</p>
      {!isAll && <p class="soft small">{t("reports.notWhole")}</p>}
    </Notice>
  );
}

interface SharesProps {
  title: string;
  parts: readonly { label: string; count: number; tone: Tone }[];
}

/** A bar of how counts share the whole, and its legend. */
function Shares({ title, parts }: SharesProps) {
  return (
    <div class="report-shares">
      <ShareBar label={t("reports.shares", { title, parts })} parts={parts} />
      <ul class="report-legend">
        {parts.map(({ label, count, tone }) => (
          <li key={label} class={count === 0 ? "soft" : undefined}>
            <span class={`report-dot share-${tone}`} />
            <strong>{formatNumber(count)}</strong> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reasons({ reasons }: { reasons: Readonly<Record<string, number>> }) {
  const rows = Object.entries(reasons).toSorted(([, a], [, b]) => b - a);
  if (rows.length === 0) return null;
  return (
    <details class="report-why">
      <summary>{t("reports.why")}</summary>
      <ul>
        {rows.map(([code, count]) => (
          <li key={code}>
            <strong>{formatNumber(count)}</strong> {reasonText(code)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Keep({ opened }: { opened: OpenReport }) {
  return (
    <Card title={t("reports.keep")}>
      <div class="row">
        <Button onClick={() => saveJson(opened)}>{t("reports.json")}</Button>
        <Button onClick={() => void saveCsv(opened, navigator.language)}>{t("reports.csv")}</Button>
      </div>
      <p class="soft">{t("reports.signedText")}</p>
      <CopyField label={t("reports.publicKey")} value={opened.signed.publicKey} />
    </Card>
  );
}
