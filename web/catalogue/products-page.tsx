/**
 * The products of a connection: the address says which, the model reads them, the dialogs act on
 * them. It knows no table cell and no wording of a problem.
 */
import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Selection } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { useSubmission } from "../data/submission";
import { usePolling } from "../data/polling";
import { useListAddress } from "../data/use-list-address";
import { ListViewModel } from "../data/list-view";
import { useKept, useLive } from "../data/live";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { withQuery } from "../data/with-query";
import { rememberKind } from "../tasks/known-kinds";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { later } from "../shell/later";
import { PageHead } from "../ui/page";
import { ViewMenu } from "../ui/view-menu";
import { TabLinks } from "../ui/tab-links";
import type { DialogProps, OpenDialog } from "./product-dialogs";
import { PRODUCT_TABS, readProductFilter, type ProductFilter } from "./product-filter";
import { ProductFilters } from "./product-filters";
import { hideableColumns } from "./product-columns";
import { PageCheckbox } from "./page-checkbox";
import { ProductList } from "./product-list";
import { ProductsModel, type ConfirmableAction, type ListingAction } from "./products";
import { ProductSortField, readProductSort } from "./product-sort";
import { ProductsMenu } from "./products-menu";

const ProductDialog = later(() => import("./product-dialogs"));

/** The kind of the task that lists what an act would do. */
const LISTED_AS = { push: "push-products", deactivate: "change-listing-state" } as const;

/** Checks of a few products take a second or two. */
const POLL_MS = 3_000;

export default function Products() {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { query, route } = useLocation();
  const model = useKept("products", () => new ProductsModel(client, id));
  const watching = useTaskWatch();
  const { refusal, send } = useSubmission();
  const dialog = useSignal<OpenDialog | null>(null);
  const filter = readProductFilter(query);
  const path = `${base}/products`;
  const sort = readProductSort(query["sort"]);
  const view = useMemo(() => new ListViewModel("products"), []);
  const address = useListAddress(path, { ...filter, sort }, model.page, (cursor) =>
    model.show(filter, cursor, sort),
  );
  const sorting = {
    current: sort,
    hrefOf: (next: string | undefined) => withQuery(path, { ...filter, sort: next }),
  };
  const open = (wanted: OpenDialog) => {
    dialog.value = wanted;
  };
  useEffect(() => {
    if (query["pull"]) open({ kind: "pull" });
  }, [query["pull"]]);

  const close = () => {
    dialog.value = null;
    if (query["pull"]) route(address.here, true);
  };
  usePolling(model.isChecking.value, POLL_MS, model.page.reload);
  useLive(["products"], model.page.reload);
  const start = (action: ListingAction, selection: Selection) =>
    send(async () => {
      const result = await model.start(action, selection);
      if (result.ok) {
        watching.watch(result.value.taskId);
        model.selection.clear();
        say(t("product.started", { count: result.value.count }));
      }
      return result;
    });
  const list = (action: ConfirmableAction, selection: Selection) =>
    send(async () => {
      const result = await model.startList(action, selection);
      if (result.ok) {
        const { taskId } = result.value;
        rememberKind({ id: taskId, kind: LISTED_AS[action] });
        route(`${base}/tasks/${encodeURIComponent(taskId)}`);
      }
      return result;
    });
  const act = (action: ListingAction, selection: Selection) => {
    if (action === "deactivate") open({ kind: "deactivate", selection });
    else void start(action, selection);
  };
  return (
    <>
      <PageHead
        title={t("products.title")}
        actions={<ProductsMenu model={model} onOpen={open} onAct={act} />}
      />
      <ProductTabs model={model} filter={filter} sort={sort} path={path} />
      <ProductFilters
        filter={filter}
        onChange={(next) => route(withQuery(path, { ...next, sort }))}
      >
        <ViewMenu view={view} columns={hideableColumns()} />
      </ProductFilters>
      <div class="row only-cards product-tools">
        <PageChoice model={model} />
        <ProductSortField sort={sort} onChange={(next) => route(sorting.hrefOf(next))} />
      </div>
      <SubmitProblem of={refusal} />
      <WatchedTask watching={watching} onProgress={model.page.reload} />
      <ProductList
        model={model}
        isChanging={watching.isRunning}
        filter={filter}
        address={address}
        sorting={sorting}
        view={view}
        onOpen={open}
        onAct={act}
      />
      <OpenedDialog
        dialog={dialog}
        model={model}
        onClose={close}
        onStarted={watching.watch}
        onStart={start}
        onList={list}
      />
    </>
  );
}

/** Redrawn alone when a dialog is opened or closed. */
function OpenedDialog({
  dialog,
  ...props
}: DialogProps & { dialog: ReadonlySignal<OpenDialog | null> }) {
  return dialog.value && <ProductDialog open={dialog.value} {...props} />;
}

interface ProductTabsProps {
  model: InstanceType<typeof ProductsModel>;
  filter: ProductFilter;
  sort: string | undefined;
  path: string;
}

/** Every row of the page at once, where the table has no head. */
function PageChoice({ model }: { model: InstanceType<typeof ProductsModel> }) {
  const ids = model.page.value.value?.rows.map((row) => row.id) ?? [];
  if (ids.length === 0) return null;
  return (
    <label class="row">
      <PageCheckbox ids={ids} selection={model.selection} />
      {t("products.selectPageShort")}
    </label>
  );
}

function ProductTabs({ model, filter, sort, path }: ProductTabsProps) {
  const { counts, isMore } = model.page.value.value ?? {};
  return (
    <TabLinks
      label={t("products.tabs")}
      current={filter.tab}
      isMore={isMore}
      tabs={PRODUCT_TABS.map((tab) => ({
        key: tab,
        label: t(`product.tab.${tab}`),
        href: withQuery(path, { ...filter, tab, sort }),
        count: counts?.[tab],
      }))}
    />
  );
}
