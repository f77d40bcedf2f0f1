import { t } from "../i18n/t";
import type { ProductFilter } from "./product-filter";
import type { SelectionModel } from "./selection";
import { Button } from "../ui/button";
import "./selection-bar.css";

interface SelectionBarProps {
  selection: InstanceType<typeof SelectionModel>;
  filter: ProductFilter;
  pageCount: number;
  matching: number;
}

/** How much is chosen, and the step from "this page" to "all of this filter". */
export function SelectionBar({ selection, filter, pageCount, matching }: SelectionBarProps) {
  const isAll = selection.filter.value !== null;
  const chosen = selection.ids.value.size;
  const count = isAll ? matching : chosen;
  const canTakeAll = !isAll && chosen >= pageCount && matching > chosen;
  return (
    <div class={count > 0 ? "selection-bar" : "visually-hidden"}>
      <span role="status">{count > 0 ? t("products.selected", { count }) : ""}</span>
      {canTakeAll && (
        <Button isSmall variant="quiet" onClick={() => selection.takeFilter(filter)}>
          {t("products.selectAll", { count: matching })}
        </Button>
      )}
      {count > 0 && (
        <Button isSmall variant="quiet" onClick={selection.clear}>
          {t("products.clearSelection")}
        </Button>
      )}
    </div>
  );
}
