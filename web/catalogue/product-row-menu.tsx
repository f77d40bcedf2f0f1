import { useLocation } from "preact-iso/router";
import type { ProductRow } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { t } from "./texts";
import { Menu } from "../ui/menu";
import type { ListingAction } from "./products";
import { isUseful } from "./useful-action";

interface ProductRowMenuProps {
  row: ProductRow;
  onAct: (action: ListingAction) => void;
  onChooseCategory: () => void;
}

/** What can be done to one product of the table. */
export function ProductRowMenu({ row, onAct, onChooseCategory }: ProductRowMenuProps) {
  const { base } = useConnection();
  const { route } = useLocation();
  const id = encodeURIComponent(row.id);
  const href = `${base}/products/${id}`;
  const isListed = row.channelProductId !== null;
  const entryOf = (action: ListingAction) => ({
    label: t(`action.${action}`),
    onSelect: () => onAct(action),
  });
  const listedOnly = (action: ListingAction) => ({
    ...entryOf(action),
    isDisabled: !isListed || !isUseful(action, row.listingStatus),
  });
  return (
    <Menu
      isIconOnly
      icon="more"
      label={t("products.rowActions", { name: row.name })}
      items={[
        entryOf("push"),
        entryOf("repull"),
        listedOnly("updateStock"),
        listedOnly("updatePrice"),
        listedOnly("refresh"),
        { label: t("action.category"), startsGroup: true, onSelect: onChooseCategory },
        {
          label: t("action.mapOne"),
          isDisabled: isListed,
          onSelect: () => route(`${base}/map?product=${id}`),
        },
        { label: t("action.details"), onSelect: () => route(`${href}#details`) },
        { label: t("action.open"), onSelect: () => route(href) },
        { ...listedOnly("activate"), startsGroup: true },
        listedOnly("deactivate"),
      ]}
    />
  );
}
