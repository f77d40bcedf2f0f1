import type { Selection } from "../../src/contract/api";
import { t } from "../i18n/t";
import type { ListingAction } from "./products";
import type { SelectionModel } from "./selection";
import { Menu } from "../ui/menu";

interface ProductsMenuProps {
  selection: InstanceType<typeof SelectionModel>;
  pageIds: readonly string[];
  onPull: () => void;
  onPushAll: () => void;
  onAct: (action: ListingAction, selection: Selection) => void;
}

/** The one menu of everything that can be done to many products. */
export function ProductsMenu({ selection, pageIds, onPull, onPushAll, onAct }: ProductsMenuProps) {
  const isEmpty = selection.isEmpty.value;
  const onChosen = (action: ListingAction) => () => onAct(action, selection.toSelection());
  const needsChoice = {
    isDisabled: isEmpty,
    ...(isEmpty && { hint: t("action.selectFirst") }),
  };
  const hasRows = pageIds.length > 0;
  return (
    <Menu
      label={t("products.actions")}
      variant="primary"
      items={[
        { label: t("action.pull"), onSelect: onPull },
        {
          label: t("action.pushSelected"),
          startsGroup: true,
          onSelect: onChosen("push"),
          ...needsChoice,
        },
        {
          label: t("action.pushPage"),
          isDisabled: !hasRows,
          onSelect: () => onAct("push", { ids: [...pageIds] }),
        },
        { label: t("action.pushAll"), isDisabled: !hasRows, onSelect: onPushAll },
        {
          label: t("action.repull"),
          startsGroup: true,
          isDisabled: isEmpty,
          onSelect: onChosen("repull"),
        },
        { label: t("action.updateStock"), isDisabled: isEmpty, onSelect: onChosen("updateStock") },
        { label: t("action.updatePrice"), isDisabled: isEmpty, onSelect: onChosen("updatePrice") },
        {
          label: t("action.refresh"),
          startsGroup: true,
          isDisabled: isEmpty,
          onSelect: onChosen("refresh"),
        },
        { label: t("action.activate"), isDisabled: isEmpty, onSelect: onChosen("activate") },
        { label: t("action.deactivate"), isDisabled: isEmpty, onSelect: onChosen("deactivate") },
      ]}
    />
  );
}
