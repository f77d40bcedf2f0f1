import type { ReadonlySignal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { later } from "../shell/later";
import { isDeadLink } from "./is-dead-link";
import { ProblemFacts } from "./problem-facts";

const DeadLink = later(() => import("./dead-link"));

/** Why something was refused; every missing permission is listed on its own. */
export function ProblemNotice({ reason }: { reason: Reason }) {
  const { what, asked, raw } = problemText(reason);
  const missing = reason.facts["missing"];
  const isList = reason.code === "prestashop.permission_missing" && Array.isArray(missing);
  return (
    <Notice tone="bad" title={isList ? t("wizard.missing") : what} isLive>
      {isList && (
        <ul class="plain-list">
          {missing.map((one) => (
            <li key={String(one)}>
              <code>{String(one)}</code>
            </li>
          ))}
        </ul>
      )}
      <p>{asked}</p>
      {raw && <code class="small">{raw}</code>}
    </Notice>
  );
}

/** The refusal of a submission or a read, if there is one; nothing else is redrawn when it changes. */
export function SubmitProblem({ of }: { of: ReadonlySignal<Reason | null> }) {
  return of.value && <ProblemNotice reason={of.value} />;
}

interface LoadProblemProps {
  reason: Reason;
  onRetry: () => void;
}

/** Why something could not be read, with another try. */
export function LoadProblem({ reason, onRetry }: LoadProblemProps) {
  if (isDeadLink(reason)) return <DeadLink reason={reason} />;
  const { what, asked, raw } = problemText(reason);
  const again = <Button onClick={onRetry}>{t("common.tryAgain")}</Button>;
  return (
    <Notice tone="bad" title={what} isLive actions={again}>
      <p>{asked}</p>
      <ProblemFacts raw={raw} />
    </Notice>
  );
}
