import type { Reason } from "../../src/contract/common";
import { t } from "../i18n/t";
import { LoadProblem } from "../problems/problem-notice";
import { PageHead } from "../ui/page";
import { TopShell } from "./top-shell";

interface DeadConnectionProps {
  reason: Reason;
  onRetry: () => void;
}

/** What stands in place of a connection that does not exist, or no more: none of its pages. */
export default function DeadConnection({ reason, onRetry }: DeadConnectionProps) {
  return (
    <TopShell isNarrow>
      <PageHead title={t("common.notFound")} />
      <LoadProblem reason={reason} onRetry={onRetry} />
    </TopShell>
  );
}
