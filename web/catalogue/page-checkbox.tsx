import { useEffect, useRef } from "preact/hooks";
import { t } from "./texts";
import { pageState, type SelectionModel } from "./selection";

interface PageCheckboxProps {
  /** Of the rows on the page. */
  ids: readonly string[];
  selection: InstanceType<typeof SelectionModel>;
}

/** Chooses a whole page, or none of it. */
export function PageCheckbox({ ids, selection }: PageCheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  const state = pageState(ids, selection.chosen.value);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = state === "some";
  }, [state]);
  return (
    <input
      ref={ref}
      type="checkbox"
      aria-label={t("products.selectPage")}
      checked={state === "all"}
      onChange={() => selection.togglePage(ids)}
    />
  );
}
