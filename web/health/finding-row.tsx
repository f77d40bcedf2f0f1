import type { FindingView } from "../../src/contract/health";
import { findingText } from "../i18n/checks";
import { t } from "./texts";
import { Button } from "../ui/button";
import { FindingSummary } from "./finding-summary";
import { FixLink } from "../problems/fix-link";

/** What of a finding leads on. */
export interface Repairs {
  base: string;
  /** Name of the check that is being put right. */
  repairing: string | null;
  onRepair: (check: string) => void;
}

interface FindingRowProps extends Repairs {
  finding: FindingView;
}

const rowId = (check: string) => `check-${check}`;

/** After a repair its button is gone: the focus goes to the line of what was repaired. */
export function focusFinding(check: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const row = document.getElementById(rowId(check));
    const group = row?.closest<HTMLDetailsElement>(".health-group");
    if (group) group.open = true;
    (row?.querySelector("summary") ?? document.querySelector("h1"))?.focus();
  });
}

/** One check: its verdict in a line, and behind it why it matters and what to do. */
export function FindingRow({ finding, base, repairing, onRepair }: FindingRowProps) {
  const { check, verdict, because } = finding;
  const { title, why, found, act, fix, link } = findingText(finding);
  return (
    <li id={rowId(check)}>
      <details class={`finding finding-${verdict}`} open={found !== undefined}>
        <FindingSummary verdict={verdict} title={title} found={found} because={because} />
        <div class="finding-body">
          {act && (
            <p>
              <strong>{t("health.act")}</strong> {act}
            </p>
          )}
          <p class="soft">
            <strong>{t("health.why")}</strong> {why}
          </p>
          {(fix || link) && (
            <div class="row">
              {fix && (
                <Button
                  isSmall
                  variant="primary"
                  isBusy={repairing === check}
                  isDisabled={repairing !== null && repairing !== check}
                  label={`${fix}: ${title}`}
                  onClick={() => onRepair(check)}
                >
                  {fix}
                </Button>
              )}
              {link && <FixLink fix={link} base={base} />}
            </div>
          )}
        </div>
      </details>
    </li>
  );
}
