import { checkTitle } from "../i18n/checks";
import { t } from "./texts";
import type { Waiting } from "./health";
import { FindingSummary } from "./finding-summary";

/** Checks that wait for the same other one: a line, and behind it which they are. */
export function WaitingRow({ waiting: { because, checks } }: { waiting: Waiting }) {
  return (
    <li>
      <details class="finding finding-skipped">
        <FindingSummary
          verdict="skipped"
          title={t("health.waiting", { count: checks.length })}
          because={because}
        />
        <div class="finding-body">
          <ul class="finding-waiting soft">
            {checks.map((check) => (
              <li key={check}>{checkTitle(check)}</li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}
