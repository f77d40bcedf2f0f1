import { useLocation } from "preact-iso/router";
import type { ProductRow } from "../../src/contract/api";
import { formatDateTime, formatMoneyRange, formatNumber, formatSince } from "../i18n/format";
import { t, tValue } from "../i18n/t";
import { useConnection } from "../connections/connection";
import type { ListingAction } from "./products";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Menu } from "../ui/menu";
import { CategoryPath } from "../categories/category-path";
import { ChannelLink } from "./channel-link";
import { ProductTags } from "./product-tags";
import { Thumb } from "../ui/thumb";
import { syncTone } from "../shell/tones";

interface ProductTableRowProps {
  row: ProductRow;
  isChosen: boolean;
  isOpen: boolean;
  onToggle: () => void;
  onExpand: () => void;
  onAct: (action: ListingAction) => void;
  onChooseCategory: () => void;
}

export function ProductTableRow(props: ProductTableRowProps) {
  const { row, isChosen, isOpen } = props;
  const { base } = useConnection();
  const href = `${base}/products/${encodeURIComponent(row.id)}`;
  return (
    <tr class={isChosen ? "product-row product-row-chosen" : "product-row"}>
      <td class="cell-check">
        <input
          type="checkbox"
          aria-label={t("products.selectOne", { name: row.name })}
          checked={isChosen}
          onChange={props.onToggle}
        />
      </td>
      <td class={isOpen ? "cell-expand cell-expanded" : "cell-expand"}>
        <IconButton
          icon="chevron"
          label={t(isOpen ? "products.collapse" : "products.expand", { name: row.name })}
          isExpanded={isOpen}
          controls={`more-${row.id}`}
          onClick={props.onExpand}
        />
      </td>
      <td class="cell-image">
        <Thumb url={row.imageUrl} />
      </td>
      <th scope="row" class="cell-name">
        <a href={href}>{row.name}</a>
        <span class="cell-skus soft small">{row.skus.join(", ") || t("product.noSku")}</span>
        <ProductTags row={row} base={base} />
      </th>
      <td class="align-end number" data-label={t("products.col.price")}>
        {formatMoneyRange(row.priceMinMinor, row.priceMaxMinor, row.currency)}
      </td>
      <td class="align-end number" data-label={t("products.col.stock")}>
        {formatNumber(row.stock)}
      </td>
      <td data-label={t("products.col.sourceCategory")}>
        <CategoryPath path={row.sourceCategory} />
      </td>
      <td data-label={t("products.col.channelCategory")}>
        <CategoryPath path={row.channelCategory} />
      </td>
      <td data-label={t("products.col.sync")}>
        <Badge tone={syncTone(row.syncState)}>{t(`sync.${row.syncState}`)}</Badge>
      </td>
      <td class="number" data-label={t("products.col.listing")}>
        {row.channelProductId && row.listingStatus && (
          <span class="cell-status" title={row.rawStatus ?? undefined}>
            {tValue("listing.status.", row.listingStatus)}
          </span>
        )}
        <ChannelLink id={row.channelProductId} url={row.channelProductUrl} />
      </td>
      <td class="small" data-label={t("products.col.updated")}>
        <time
          dateTime={new Date(row.updatedAt).toISOString()}
          title={formatDateTime(row.updatedAt)}
        >
          {formatSince(row.updatedAt, Date.now(), "short")}
        </time>
      </td>
      <td class="cell-menu">
        <RowMenu {...props} href={href} />
      </td>
    </tr>
  );
}

function RowMenu({ row, href, onAct, onChooseCategory }: ProductTableRowProps & { href: string }) {
  const { route } = useLocation();
  const isListed = row.channelProductId !== null;
  return (
    <Menu
      isIconOnly
      icon="more"
      label={t("products.rowActions", { name: row.name })}
      items={[
        { label: t("action.push"), onSelect: () => onAct("push") },
        { label: t("action.repull"), onSelect: () => onAct("repull") },
        ...(["updateStock", "updatePrice", "refresh"] as const).map((action) => ({
          label: t(`action.${action}`),
          isDisabled: !isListed,
          onSelect: () => onAct(action),
        })),
        {
          label: t("action.category"),
          startsGroup: true,
          onSelect: onChooseCategory,
        },
        { label: t("action.details"), onSelect: () => route(`${href}#details`) },
        { label: t("action.open"), onSelect: () => route(href) },
        {
          label: t("action.activate"),
          startsGroup: true,
          isDisabled: !isListed,
          onSelect: () => onAct("activate"),
        },
        {
          label: t("action.deactivate"),
          isDisabled: !isListed,
          onSelect: () => onAct("deactivate"),
        },
      ]}
    />
  );
}
