import type { UnmappedListing } from "../../src/contract/mapping";
import { Button } from "../ui/button";
import { canMap, type MappingModel } from "./mapping";
import { t } from "./texts";

interface MappingSelectionProps {
  rows: readonly UnmappedListing[];
  model: InstanceType<typeof MappingModel>;
  onMap: () => void;
  onHide: (rows: readonly UnmappedListing[], isHidden: boolean) => void;
}

/**
 * How much is chosen on the page and what is done with it, at the window's lower edge. Its style is that of
 * the products' bar: importing it would bring the code of their list along.
 */
export function MappingSelection(props: MappingSelectionProps) {
  const { rows, model, onMap, onHide } = props;
  const chosen = model.chosen.value;
  // A search finds hidden ones beside others: only what is hidden altogether is shown again.
  const isHidden = chosen.length > 0 && chosen.every((row) => row.isHidden);
  const mappable = chosen.filter((row) => canMap(row) && !row.isHidden).length;
  const said =
    mappable < chosen.length && !isHidden
      ? t("mapping.selectedMappable", { count: chosen.length, mappable })
      : t("mapping.selected", { count: chosen.length });
  return (
    <div class={chosen.length > 0 ? "selection-bar" : "visually-hidden"}>
      <span role="status">{chosen.length > 0 ? said : ""}</span>
      {chosen.length > 0 && (
        <>
          {chosen.length < rows.length && (
            <Button isSmall variant="quiet" onClick={model.takePage}>
              {t("mapping.selectPage")}
            </Button>
          )}
          <Button isSmall variant="quiet" onClick={model.clear}>
            {t("mapping.clear")}
          </Button>
          <span class="selection-actions">
            <Button isSmall onClick={() => onHide(chosen, !isHidden)}>
              {t(isHidden ? "mapping.show" : "mapping.hide")}
            </Button>
            {!isHidden && (
              <Button isSmall variant="primary" isDisabled={mappable === 0} onClick={onMap}>
                {t("mapping.mapSelected")}
              </Button>
            )}
          </span>
        </>
      )}
    </div>
  );
}
