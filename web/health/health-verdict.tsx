import type { ComponentChildren } from "preact";
import { t } from "./texts";
import type { Tally } from "./health";
import { Notice } from "../ui/notice";

interface HealthVerdictProps {
  tally: Tally;
  /** Things that need a person and are no check: held orders, products that fail. */
  elsewhere?: number;
  actions?: ComponentChildren;
}

/** The whole report in one sentence, which never says that all is well while something needs a person. */
export function HealthVerdict({ tally, elsewhere = 0, actions }: HealthVerdictProps) {
  const { fail, warn, pass } = tally;
  if (fail > 0)
    return (
      <Notice tone="bad" title={t("health.failed", { count: fail })} actions={actions}>
        <p>{t("health.failedText")}</p>
        {elsewhere > 0 && <p>{t("health.more", { count: elsewhere })}</p>}
      </Notice>
    );
  if (elsewhere > 0)
    return (
      <Notice tone="warn" title={t("health.elsewhere", { count: elsewhere })} actions={actions}>
        <p>{t("health.elsewhereText")}</p>
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
