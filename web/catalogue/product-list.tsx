import type { Selection } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import type { ListAddress } from "../data/use-list-address";
import { t } from "../i18n/t";
import { CursorPager } from "../shell/cursor-pager";
import { Button, LinkButton } from "../ui/button";
import { Empty, Skeleton } from "../ui/states";
import type { OpenDialog } from "./product-dialogs";
import { isFiltered, type ProductFilter } from "./product-filter";
import { ProductTable } from "./product-table";
import type { ListingAction, ProductsModel, ProductsPage } from "./products";
import { SelectionBar } from "./selection-bar";

interface ProductListProps {
  model: InstanceType<typeof ProductsModel>;
  filter: ProductFilter;
  address: ListAddress;
  onOpen: (dialog: OpenDialog) => void;
  onAct: (action: ListingAction, selection: Selection) => void;
}

/** One page of the products: what is chosen in it, the table, the way to the next page. */
export function ProductList({ model, filter, address, onOpen, onAct }: ProductListProps) {
  return (
    <Loaded
      resource={model.page}
      skeleton={<Skeleton lines={8} isTable />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={
        isFiltered(filter) ? <NoMatch /> : <NoProducts onPull={() => onOpen({ kind: "pull" })} />
      }
    >
      {({ rows, matching, next }: ProductsPage) => (
        <>
          <SelectionBar
            selection={model.selection}
            filter={filter}
            pageCount={rows.length}
            matching={matching}
          />
          <ProductTable
            rows={rows}
            model={model}
            onAct={onAct}
            onChooseCategory={(product) => onOpen({ kind: "category", product })}
          />
          <CursorPager
            address={address}
            next={next}
            note={t("products.matching", { count: matching })}
          />
        </>
      )}
    </Loaded>
  );
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
