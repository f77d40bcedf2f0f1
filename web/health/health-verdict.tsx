import type { ComponentChildren } from "preact";
import { formatSince } from "../i18n/format";
import { t } from "../i18n/t";
import type { Tally } from "./health";
import { Notice } from "../ui/notice";

interface HealthVerdictProps {
  tally: Tally;
  actions?: ComponentChildren;
  /** When it was found, where the page does not say so itself. */
  checkedAt?: number;
}

/** The whole report in one sentence. */
export function HealthVerdict({ tally, actions, checkedAt }: HealthVerdictProps) {
  const { fail, warn, pass } = tally;
  const since = checkedAt !== undefined && (
    <p class="soft small">{t("health.at", { since: formatSince(checkedAt, Date.now()) })}</p>
  );
  if (fail > 0)
    return (
      <Notice tone="bad" title={t("health.failed", { count: fail })} actions={actions}>
        <p>{t("health.failedText")}</p>
        {since}
      </Notice>
    );
  if (warn > 0)
    return (
      <Notice tone="warn" title={t("health.warned", { count: warn })} actions={actions}>
        <p>{t("health.warnedText")}</p>
      </Notice>
    );
  return (
    <Notice tone="good" title={t("health.good")} actions={actions}>
      <p>{t("health.goodText", { count: pass })}</p>
    </Notice>
  );
}
