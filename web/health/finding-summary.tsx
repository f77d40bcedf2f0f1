import type { FindingView } from "../../src/contract/health";
import { checkTitle } from "../i18n/checks";
import { t } from "./texts";
import { Icon } from "../ui/icon";
import { VerdictIcon, VerdictLabel } from "./verdict";
import "./finding.css";

interface FindingSummaryProps {
  verdict: FindingView["verdict"];
  title: string;
  found?: string | undefined;
  because: string | null;
}

/** The line of a finding that opens and closes it. */
export function FindingSummary({ verdict, title, found, because }: FindingSummaryProps) {
  return (
    <summary>
      <VerdictIcon verdict={verdict} />
      <span class="finding-head">
        <VerdictLabel verdict={verdict} />
        <span class="finding-title">{title}</span>
        {found && <span class="finding-found">{found}</span>}
        {because && <span class="soft">{t("health.because", { title: checkTitle(because) })}</span>}
      </span>
      <span class="finding-more">
        <Icon name="down" />
      </span>
    </summary>
  );
}
