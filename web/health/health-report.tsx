import type { FindingView, HealthReport } from "../../src/contract/health";
import { FindingRow, type Repairs } from "./finding-row";
import { foldWaiting, groupOf, GROUPS, isTroubled, tallyOf, type Group } from "./health";
import { t } from "./texts";
import { VerdictIcon } from "./verdict";
import { WaitingRow } from "./waiting-row";
import { Icon } from "../ui/icon";
import { Card } from "../ui/page";
import "./health-report.css";

interface FindingsProps extends Repairs {
  findings: HealthReport["findings"];
}

/** What needs somebody, open and first; the rest by what it belongs to, folded. */
export function Findings({ findings, ...repairs }: FindingsProps) {
  const troubled = GROUPS.flatMap((group) => groupOf(findings, group))
    .filter(isTroubled)
    .toSorted((a, b) => Number(b.verdict === "fail") - Number(a.verdict === "fail"));
  return (
    <>
      {troubled.length > 0 && (
        <Card title={t("health.toDo")}>
          <ul class="findings">
            {troubled.map((finding) => (
              <FindingRow key={finding.check} finding={finding} {...repairs} />
            ))}
          </ul>
        </Card>
      )}
      <Card title={t("health.rest")}>
        <div class="health-groups">
          {GROUPS.map((group) => (
            <RestOfGroup key={group} group={group} findings={findings} {...repairs} />
          ))}
        </div>
      </Card>
    </>
  );
}

function RestOfGroup({ group, findings, ...repairs }: FindingsProps & { group: Group }) {
  const rest = groupOf(findings, group).filter((finding) => !isTroubled(finding));
  if (rest.length === 0) return null;
  return (
    <details class="finding health-group">
      <summary>
        <VerdictIcon verdict={rest.some(isSkipped) ? "skipped" : "pass"} />
        <span class="finding-title">{t(`health.group.${group}`)}</span>
        <span class="soft small">{countsOf(rest)}</span>
        <span class="finding-more">
          <Icon name="down" />
        </span>
      </summary>
      <ul class="findings findings-rest">
        {foldWaiting(rest).map((row) =>
          "checks" in row ? (
            <WaitingRow key={row.because} waiting={row} />
          ) : (
            <FindingRow key={row.check} finding={row} {...repairs} />
          ),
        )}
      </ul>
    </details>
  );
}

const isSkipped = ({ verdict }: FindingView) => verdict === "skipped";

/** "24 in order · 2 not checked". */
function countsOf(findings: readonly FindingView[]): string {
  const { pass, skipped } = tallyOf(findings);
  return [
    pass > 0 && t("health.count.good", { count: pass }),
    skipped > 0 && t("health.count.skipped", { count: skipped }),
  ]
    .filter(Boolean)
    .join(" · ");
}
