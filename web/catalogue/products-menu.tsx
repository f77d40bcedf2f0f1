import type { Selection } from "../../src/contract/catalogue";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { t } from "./texts";
import { Menu } from "../ui/menu";
import type { OpenDialog } from "./product-dialogs";
import type { ListingAction, ProductsModel } from "./products";

interface ProductsMenuProps {
  model: InstanceType<typeof ProductsModel>;
  onOpen: (dialog: OpenDialog) => void;
  onAct: (action: ListingAction, selection: Selection) => void;
}

/** The one menu of everything that can be done to many products. */
export function ProductsMenu({ model, onOpen, onAct }: ProductsMenuProps) {
  const { route } = useLocation();
  const { base } = useConnection();
  const { selection, page } = model;
  const pageIds = page.value.value?.rows.map((row) => row.id) ?? [];
  const isEmpty = selection.isEmpty.value;
  const hasRows = pageIds.length > 0;
  const forChosen = (action: ListingAction) => ({
    isDisabled: isEmpty,
    onSelect: () => onAct(action, selection.toSelection()),
  });
  return (
    <Menu
      label={t("products.actions")}
      variant="primary"
      items={[
        { label: t("action.pull"), onSelect: () => onOpen({ kind: "pull" }) },
        { label: t("action.map"), onSelect: () => route(`${base}/map`) },
        {
          label: t("action.pushSelected"),
          startsGroup: true,
          ...forChosen("push"),
          ...(isEmpty && { hint: t("action.selectFirst") }),
        },
        {
          label: t("action.pushPage"),
          isDisabled: !hasRows,
          onSelect: () => onAct("push", { ids: pageIds }),
        },
        {
          label: t("action.pushAll"),
          isDisabled: !hasRows,
          onSelect: () => onOpen({ kind: "push-all" }),
        },
        { label: t("action.repull"), startsGroup: true, ...forChosen("repull") },
        { label: t("action.updateStock"), ...forChosen("updateStock") },
        { label: t("action.updatePrice"), ...forChosen("updatePrice") },
        { label: t("action.refresh"), startsGroup: true, ...forChosen("refresh") },
        { label: t("action.activate"), ...forChosen("activate") },
        { label: t("action.deactivate"), ...forChosen("deactivate") },
        {
          label: t("action.delete"),
          isDisabled: isEmpty,
          onSelect: () => onOpen({ kind: "delete", selection: selection.toSelection() }),
        },
      ]}
    />
  );
}
