import { formatPercent } from "../i18n/format";
import { t } from "../i18n/t";
import "./confidence.css";

/** How sure a suggestion is, 0 to 1. */
export function Confidence({ share }: { share: number }) {
  const text = formatPercent(share);
  return (
    <span class="confidence">
      <meter
        min={0}
        max={1}
        low={0.5}
        high={0.75}
        optimum={1}
        value={share}
        aria-label={t("categories.confidence")}
      />
      <span class="number small">{text}</span>
    </span>
  );
}
