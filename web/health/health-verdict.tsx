import type { ComponentChildren } from "preact";
import { t } from "./words";
import type { Tally } from "./health";
import { Notice } from "../ui/notice";

interface HealthVerdictProps {
  tally: Tally;
  actions?: ComponentChildren;
}

/** The whole report in one sentence. */
export function HealthVerdict({ tally, actions }: HealthVerdictProps) {
  const { fail, warn, pass } = tally;
  if (fail > 0)
    return (
      <Notice tone="bad" title={t("health.failed", { count: fail })} actions={actions}>
        <p>{t("health.failedText")}</p>
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
