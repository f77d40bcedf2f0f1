import type { Reason } from "../../src/contract/api";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { FixLink } from "./fix-link";
import "./reason-list.css";

interface ReasonListProps {
  reasons: readonly Reason[];
  base: string;
  productId?: string;
  /** Only what happened and its fix, where room is short. */
  isShort?: boolean;
}

/** Why something is not as it should be: what happened, what it means, what to do. */
export function ReasonList({ reasons, base, productId, isShort }: ReasonListProps) {
  return (
    <ul class="reasons">
      {reasons.map((reason, index) => {
        const words = problemText(reason);
        return (
          <li key={`${reason.code}-${index}`} class="reason">
            <p class="reason-what">{words.what}</p>
            {!isShort && <p class="soft">{words.means}</p>}
            {!isShort && <p>{words.act}</p>}
            {words.fix && <FixLink fix={words.fix} base={base} productId={productId} />}
            {words.raw && !isShort && (
              <details class="small">
                <summary>{t("common.technical")}</summary>
                <code class="reason-raw">{words.raw}</code>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
