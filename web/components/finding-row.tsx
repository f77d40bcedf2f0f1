import type { FindingView } from "../../src/http/api";
import { checkTitle, wordFinding } from "../i18n/checks";
import { t } from "../i18n/t";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { FixLink } from "./fix-link";
import { VerdictIcon, VerdictWord } from "./verdict";

interface FindingRowProps {
  finding: FindingView;
  base: string;
  /** Name of the check that is being put right. */
  repairing: string | null;
  onRepair: (check: string) => void;
}

/** One check: its verdict in a line, and behind it why it matters and what to do. */
export function FindingRow({ finding, base, repairing, onRepair }: FindingRowProps) {
  const { check, verdict, because } = finding;
  const { title, why, found, act, fix, link } = wordFinding(finding);
  const isTroubled = found !== undefined;
  return (
    <li>
      <details class={`finding finding-${verdict}`} open={isTroubled}>
        <summary>
          <VerdictIcon verdict={verdict} />
          <span class="finding-head">
            <VerdictWord verdict={verdict} />
            <span class="finding-title">{title}</span>
            {found && <span class="finding-found">{found}</span>}
            {because && (
              <span class="soft">{t("health.because", { title: checkTitle(because) })}</span>
            )}
          </span>
          <span class="finding-more">
            <Icon name="down" />
          </span>
        </summary>
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
