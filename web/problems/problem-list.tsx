import type { Reason } from "../../src/contract/common";
import { problemPlace } from "../../src/i18n/fix-places";
import { problemText } from "../i18n/problems";
import { FixLink } from "./fix-link";
import { problemField } from "./problem-field";
import { ProblemFacts } from "./problem-facts";
import { ProblemPictures } from "./problem-pictures";
import "./problem.css";

interface ProblemListProps {
  reasons: readonly Reason[];
  base: string;
  productId?: string;
  /** False where nothing is wrong: an item that there was nothing to do for. */
  isProblem?: boolean;
}

/** Why something is not as it should be: what happened, what it means, what to do. */
export function ProblemList({ reasons, base, productId, isProblem = true }: ProblemListProps) {
  return (
    <ul class="problems">
      {reasons.map((reason, index) => {
        const { what, means, act, raw } = problemText(reason);
        const fix = problemPlace(reason);
        return (
          <li
            key={`${reason.code}-${index}`}
            class={isProblem ? "problem" : "problem problem-plain"}
          >
            <p class="problem-what">{what}</p>
            <p class="soft">{means}</p>
            <p>{act}</p>
            <ProblemPictures {...reason} />
            {fix && (
              <FixLink fix={fix} base={base} productId={productId} field={problemField(reason)} />
            )}
            <ProblemFacts raw={raw} />
          </li>
        );
      })}
    </ul>
  );
}
