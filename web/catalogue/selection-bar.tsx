import type { Selection } from "../../src/contract/catalogue";
import { t } from "./texts";
import type { ProductFilter } from "./product-filter";
import type { ListingAction } from "./products";
import type { SelectionModel } from "./selection";
import { Button } from "../ui/button";
import "./selection-bar.css";

interface SelectionBarProps {
  selection: InstanceType<typeof SelectionModel>;
  filter: ProductFilter;
  pageCount: number;
  /** Products of the filter. */
  matching: number;
  /** There are more than `matching`. */
  isMore: boolean;
  onAct: (action: ListingAction, selection: Selection) => void;
}

/** What is done most to many; the page's menu has the rest. */
const ACTIONS = ["push", "updateStock", "updatePrice", "deactivate"] as const;

/**
 * How much is chosen, the step from "this page" to "all of this filter", and what is done with it; it
 * stays at the window's lower edge while the list is longer.
 */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, filter, pageCount, matching, isMore, onAct } = props;
  const isAll = selection.filter.value !== null;
  const chosen = selection.ids.value.size;
  const count = isAll ? matching : chosen;
  const canTakeAll = !isAll && chosen >= pageCount && (isMore || matching > chosen);
  const said = isAll && isMore ? t("products.selectedAll") : t("products.selected", { count });
  return (
    <div class={count > 0 ? "selection-bar" : "visually-hidden"}>
      <span role="status">{count > 0 ? said : ""}</span>
      {canTakeAll && (
        <Button isSmall variant="quiet" onClick={() => selection.takeFilter(filter)}>
          {isMore ? t("products.selectFilter") : t("products.selectAll", { count: matching })}
        </Button>
      )}
      {count > 0 && (
        <>
          <Button isSmall variant="quiet" onClick={selection.clear}>
            {t("products.clearSelection")}
          </Button>
          <span class="selection-actions">
            {ACTIONS.map((action) => (
              <Button
                key={action}
                isSmall
                variant={action === "push" ? "primary" : "secondary"}
                onClick={() => onAct(action, selection.toSelection())}
              >
                {t(action === "push" ? "action.pushSelected" : `action.${action}`)}
              </Button>
            ))}
          </span>
        </>
      )}
    </div>
  );
}
