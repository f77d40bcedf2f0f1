import { t } from "../i18n/t";
import { Button } from "./button";

interface PagerProps {
  canGoBack: boolean;
  canGoOn: boolean;
  onBack: () => void;
  onNext: () => void;
  note?: string | undefined;
}

/** Steps through a list that has no page numbers. */
export function Pager({ canGoBack, canGoOn, onBack, onNext, note }: PagerProps) {
  if (!canGoBack && !canGoOn) return note ? <p class="soft small">{note}</p> : null;
  return (
    <nav class="row-between" aria-label={t("common.pages")}>
      <span class="soft small">{note}</span>
      <span class="row">
        <Button isDisabled={!canGoBack} onClick={onBack}>
          {t("common.previous")}
        </Button>
        <Button isDisabled={!canGoOn} onClick={onNext}>
          {t("common.next")}
        </Button>
      </span>
    </nav>
  );
}
