import type { ReadonlySignal } from "@preact/signals";
import type { Selection } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import type { ListAddress } from "../data/use-list-address";
import type { ListViewModel } from "../data/list-view";
import { rangeText } from "../data/range";
import { t } from "./texts";
import { CursorPager } from "../shell/cursor-pager";
import { Button, LinkButton } from "../ui/button";
import type { Sorting } from "../ui/sort-head";
import { Empty, Skeleton } from "../ui/states";
import type { OpenDialog } from "./product-dialogs";
import { isFiltered, type ProductFilter } from "./product-filter";
import { ProductTable } from "./product-table";
import type { ListingAction, ProductsModel, ProductsPage } from "./products";
import { SelectionBar } from "./selection-bar";

interface ProductListProps {
  model: InstanceType<typeof ProductsModel>;
  /** A task is under way that may bring products. */
  isChanging: ReadonlySignal<boolean>;
  filter: ProductFilter;
  address: ListAddress;
  sorting: Sorting;
  view: InstanceType<typeof ListViewModel>;
  onOpen: (dialog: OpenDialog) => void;
  onAct: (action: ListingAction, selection: Selection) => void;
}

/** One page of the products: what is chosen in it, the table, the way to the next page. */
export function ProductList(props: ProductListProps) {
  const { model, isChanging, filter, address, sorting, view, onOpen, onAct } = props;
  return (
    <Loaded
      resource={model.page}
      skeleton={<Skeleton lines={8} isTable />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={
        isFiltered(filter) ? (
          <NoMatch />
        ) : isChanging.value ? (
          <Skeleton lines={8} isTable />
        ) : (
          <NoProducts onPull={() => onOpen({ kind: "pull" })} />
        )
      }
    >
      {({ rows, counts, isMore, next }: ProductsPage) => (
        <>
          <ProductTable
            rows={rows}
            model={model}
            sorting={sorting}
            view={view}
            onAct={onAct}
            onChooseCategory={(product) => onOpen({ kind: "category", product })}
          />
          <CursorPager
            address={address}
            next={next}
            note={noteOf(address, rows.length, counts[filter.tab], isMore)}
          />
          <SelectionBar
            selection={model.selection}
            filter={filter}
            pageCount={rows.length}
            matching={counts[filter.tab]}
            isMore={isMore}
            onAct={onAct}
          />
        </>
      )}
    </Loaded>
  );
}

/** As many as the server puts on a page. */
const PAGE_SIZE = 50;

function noteOf(address: ListAddress, shown: number, total: number, isMore: boolean): string {
  const range = rangeText(address, { shown, pageSize: PAGE_SIZE, total, isMore });
  return range ?? t("products.matching", { count: Math.max(total, shown) });
}

function NoMatch() {
  const { base } = useConnection();
  return (
    <Empty
      icon="search"
      title={t("products.noMatch")}
      actions={<LinkButton href={`${base}/products`}>{t("products.clear")}</LinkButton>}
    >
      {t("products.noMatchText")}
    </Empty>
  );
}

function NoProducts({ onPull }: { onPull: () => void }) {
  return (
    <Empty
      icon="products"
      title={t("products.empty")}
      actions={
        <Button variant="primary" onClick={onPull}>
          {t("action.pull")}
        </Button>
      }
    >
      {t("products.emptyText")}
    </Empty>
  );
}
