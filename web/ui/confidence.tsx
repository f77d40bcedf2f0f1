import { formatPercent } from "../i18n/format";
import { t } from "../i18n/t";
import "./confidence.css";

const WHOLE = 100;

/** How sure a suggestion is, in per cent. */
export function Confidence({ percent }: { percent: number }) {
  const text = formatPercent(percent / WHOLE);
  return (
    <span class="confidence">
      <meter
        min={0}
        max={WHOLE}
        low={50}
        high={75}
        optimum={WHOLE}
        value={percent}
        aria-label={t("categories.confidence")}
      />
      <span class="number small">{text}</span>
    </span>
  );
}
