/** The columns of the products table: head and cell of each side by side. */
import type { ProductRow } from "../../src/contract/catalogue";
import { CategoryPath } from "../categories/category-path";
import { useConnection } from "../connections/connection";
import { formatDateTime, formatMoneyRange, formatNumber, formatSince } from "../i18n/format";
import { t, tValue } from "./texts";
import { syncTone } from "../shell/tones";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import type { Column } from "../ui/data-table";
import { Thumb } from "../ui/thumb";
import { ChannelLink } from "./channel-link";
import { PageCheckbox } from "./page-checkbox";
import { ProductRowMenu } from "./product-row-menu";
import { listingStatusOf } from "./listing-status";
import { ProductTags } from "./product-tags";
import type { ListingAction, ProductsModel } from "./products";

/** A product as its row shows it. */
export interface ProductLine {
  row: ProductRow;
  isChosen: boolean;
  isOpen: boolean;
}

export interface ProductColumnsProps {
  /** Of the products on the page. */
  ids: readonly string[];
  model: InstanceType<typeof ProductsModel>;
  onAct: (action: ListingAction, row: ProductRow) => void;
  onChooseCategory: (row: ProductRow) => void;
}

export const productColumns = (props: ProductColumnsProps): readonly Column<ProductLine>[] => [
  ...leadingColumns(props),
  ...figureColumns(),
  ...channelColumns(),
  {
    key: "menu",
    label: t("products.col.menu"),
    isLabelHidden: true,
    cellClass: "cell-menu",
    cell: ({ row }) => (
      <ProductRowMenu
        row={row}
        onAct={(action) => props.onAct(action, row)}
        onChooseCategory={() => props.onChooseCategory(row)}
      />
    ),
  },
];

/** Columns that a person may leave out. */
export const hideableColumns = () =>
  [...figureColumns(), ...channelColumns()].map(({ key, label }) => ({ key, label }));

const leadingColumns = ({ ids, model }: ProductColumnsProps): Column<ProductLine>[] => [
  {
    key: "select",
    label: t("products.col.select"),
    isLabelHidden: true,
    head: <PageCheckbox ids={ids} selection={model.selection} />,
    headClass: "cell-check",
    cellClass: "cell-check",
    cell: ({ row, isChosen }) => (
      <input
        type="checkbox"
        aria-label={t("products.selectOne", { name: row.name })}
        checked={isChosen}
        onChange={() => model.selection.toggle(row.id, ids)}
      />
    ),
  },
  {
    key: "expand",
    label: t("products.syncStatus"),
    isLabelHidden: true,
    headClass: "cell-expand",
    cellClass: ({ isOpen }) => (isOpen ? "cell-expand cell-expanded" : "cell-expand"),
    cell: ({ row, isOpen }) => (
      <IconButton
        icon="chevron"
        label={t(isOpen ? "products.collapse" : "products.expand", { name: row.name })}
        isExpanded={isOpen}
        controls={`more-${row.id}`}
        onClick={() => model.toggleExpanded(row.id)}
      />
    ),
  },
  {
    key: "image",
    label: t("products.col.image"),
    isLabelHidden: true,
    headClass: "cell-image",
    cellClass: "cell-image",
    cell: ({ row }) => <Thumb url={row.imageUrl} />,
  },
  {
    key: "name",
    label: t("products.col.name"),
    isRowHead: true,
    sorts: ["name", "-name"],
    cellClass: "cell-name",
    cell: ({ row }) => <ProductName row={row} />,
  },
];

const figureColumns = (): Column<ProductLine>[] => [
  {
    key: "price",
    label: t("products.col.price"),
    align: "end",
    sorts: ["price", "-price"],
    cellClass: "number cell-price",
    cell: ({ row }) => formatMoneyRange(row.priceMinMinor, row.priceMaxMinor, row.currency),
  },
  {
    key: "stock",
    label: t("products.col.stock"),
    align: "end",
    sorts: ["stock", "-stock"],
    cellClass: "number cell-stock",
    cell: ({ row }) => formatNumber(row.stock),
  },
];

const channelColumns = (): Column<ProductLine>[] => [
  {
    key: "sourceCategory",
    label: t("products.col.sourceCategory"),
    headClass: "cell-wide",
    cellClass: "cell-wide",
    cell: ({ row }) => <CategoryPath path={row.sourceCategory} />,
  },
  {
    key: "channelCategory",
    label: t("products.col.channelCategory"),
    headClass: "cell-wide",
    cellClass: "cell-wide",
    cell: ({ row }) => <CategoryPath path={row.channelCategory} />,
  },
  {
    key: "sync",
    label: t("products.col.sync"),
    cellClass: "cell-sync",
    cell: ({ row }) => <Badge tone={syncTone(row.syncState)}>{t(`sync.${row.syncState}`)}</Badge>,
  },
  {
    key: "listing",
    label: t("products.col.listing"),
    headClass: "head-listing",
    cellClass: "number cell-listing",
    cell: ({ row }) => <Listing row={row} />,
  },
  {
    key: "updated",
    label: t("products.col.updated"),
    sorts: [undefined, "updated"],
    cellClass: "small nowrap",
    cell: ({ row: { updatedAt } }) => (
      <time dateTime={new Date(updatedAt).toISOString()} title={formatDateTime(updatedAt)}>
        {formatSince(updatedAt, Date.now(), "short")}
      </time>
    ),
  },
];

function ProductName({ row }: { row: ProductRow }) {
  const { base } = useConnection();
  return (
    <>
      <a href={`${base}/products/${encodeURIComponent(row.id)}`}>{row.name}</a>
      <span class="cell-skus soft small">{row.skus.join(", ") || t("product.noSku")}</span>
      <ProductTags row={row} base={base} />
    </>
  );
}

function Listing({ row }: { row: ProductRow }) {
  return (
    <>
      {row.channelProductId && row.listingStatus && (
        <span class="cell-status" title={row.rawStatus ?? undefined}>
          {tValue("listing.status.", listingStatusOf(row))}
        </span>
      )}
      <ChannelLink id={row.channelProductId} url={row.channelProductUrl} />
    </>
  );
}
