import { t } from "../i18n/t";

/** Code and facts of a problem, folded away, for a report. */
export function ProblemFacts({ raw }: { raw: string | undefined }) {
  if (!raw) return null;
  return (
    <details class="small">
      <summary>{t("common.technical")}</summary>
      <code class="problem-raw">{raw}</code>
    </details>
  );
}
