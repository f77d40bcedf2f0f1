/**
 * The products of a connection: the address says which, the model reads them, the dialogs act on
 * them. It knows no table cell and no wording of a reason.
 */
import { useModel, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { ProductRow, Selection } from "../../src/contract/api";
import { CursorPager } from "../shell/cursor-pager";
import { CategoryPicker } from "../categories/category-picker";
import { ConfirmDeactivate } from "./confirm-deactivate";
import { ProductFilters } from "./product-filters";
import { ProductTable } from "./product-table";
import { ProductsMenu } from "./products-menu";
import { PullDialog } from "./pull-dialog";
import { PushAllDialog } from "./push-all-dialog";
import { ProblemNotice } from "../problems/problem-notice";
import { SelectionBar } from "./selection-bar";
import { TaskWatch } from "../tasks/task-watch";
import { useSubmission } from "../data/submission";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { PRODUCT_TABS, readProductFilter } from "./product-filter";
import { withQuery } from "../shell/with-query";
import { PagesModel } from "../data/pages";
import { ProductsModel, type ListingAction, type ProductsPage } from "./products";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";

type OpenDialog =
  | { kind: "pull" }
  | { kind: "push-all" }
  | { kind: "deactivate"; selection: Selection }
  | { kind: "category"; product: ProductRow };

export default function Products() {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { query, route } = useLocation();
  const model = useModel(() => new ProductsModel(client, id));
  const pages = useModel(() => new PagesModel());
  const dialog = useSignal<OpenDialog | null>(null);
  const watched = useSignal<string | null>(null);
  const { refusal, send } = useSubmission();
  const filter = readProductFilter(query);
  const here = `${base}/products`;
  const filterKey = withQuery(here, { ...filter });

  useEffect(() => pages.reset(), [filterKey]);
  useEffect(() => void model.show(filter, query["cursor"]), [filterKey, query["cursor"]]);
  useEffect(() => {
    if (query["pull"]) dialog.value = { kind: "pull" };
  }, [query["pull"]]);

  const close = () => {
    dialog.value = null;
    if (query["pull"]) route(filterKey, true);
  };
  const watch = (taskId: string) => {
    watched.value = taskId;
  };
  const start = (action: ListingAction, selection: Selection) =>
    send(async () => {
      const result = await model.start(action, selection);
      if (result.ok) {
        watch(result.value.taskId);
        model.selection.clear();
        say(t("product.started", { count: result.value.count }));
      }
      return result;
    });
  const act = (action: ListingAction, selection: Selection) => {
    if (action === "deactivate") dialog.value = { kind: "deactivate", selection };
    else void start(action, selection);
  };
  const goTo = (cursor: string | undefined) => route(withQuery(here, { ...filter, cursor }));
  const page = model.page.value.value;
  const pageIds = page?.rows.map((row) => row.id) ?? [];
  const isFiltered = filter.tab !== "all" || filter.search || filter.category;

  const empty = isFiltered ? (
    <Empty
      icon="search"
      title={t("products.noMatch")}
      actions={<LinkButton href={here}>{t("products.clear")}</LinkButton>}
    >
      {t("products.noMatchText")}
    </Empty>
  ) : (
    <Empty
      icon="products"
      title={t("products.empty")}
      actions={
        <Button variant="primary" onClick={() => (dialog.value = { kind: "pull" })}>
          {t("action.pull")}
        </Button>
      }
    >
      {t("products.emptyText")}
    </Empty>
  );

  return (
    <>
      <PageHead
        title={t("products.title")}
        actions={
          <ProductsMenu
            selection={model.selection}
            pageIds={pageIds}
            onPull={() => (dialog.value = { kind: "pull" })}
            onPushAll={() => (dialog.value = { kind: "push-all" })}
            onAct={act}
          />
        }
      />
      <TabLinks
        label={t("products.tabs")}
        current={filter.tab}
        tabs={PRODUCT_TABS.map((tab) => ({
          key: tab,
          label: t(`product.tab.${tab}`),
          href: withQuery(here, { ...filter, tab }),
          count: page?.counts[tab],
        }))}
      />
      <ProductFilters filter={filter} onChange={(next) => route(withQuery(here, { ...next }))} />
      <ProblemNotice reason={refusal.value} />
      {watched.value && (
        <TaskWatch
          key={watched.value}
          taskId={watched.value}
          onProgress={() => void model.page.reload()}
          onDismiss={() => (watched.value = null)}
        />
      )}
      <Loaded
        resource={model.page}
        skeleton={<Skeleton lines={8} isTable />}
        isEmpty={(value) => value.rows.length === 0}
        empty={empty}
      >
        {(value: ProductsPage) => (
          <>
            <SelectionBar
              selection={model.selection}
              filter={filter}
              pageCount={value.rows.length}
              matching={value.matching}
            />
            <ProductTable
              rows={value.rows}
              model={model}
              onAct={act}
              onChooseCategory={(product) => (dialog.value = { kind: "category", product })}
            />
            <CursorPager
              pages={pages}
              cursor={query["cursor"]}
              next={value.next}
              goTo={goTo}
              note={t("products.matching", { count: value.matching })}
            />
          </>
        )}
      </Loaded>
      <ProductDialogs
        open={dialog.value}
        model={model}
        onClose={close}
        onStarted={watch}
        onStart={start}
      />
    </>
  );
}

interface ProductDialogsProps {
  open: OpenDialog | null;
  model: InstanceType<typeof ProductsModel>;
  onClose: () => void;
  onStarted: (taskId: string) => void;
  onStart: (action: ListingAction, selection: Selection) => Promise<boolean>;
}

function ProductDialogs({ open, model, onClose, onStarted, onStart }: ProductDialogsProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  if (!open) return null;
  if (open.kind === "pull") return <PullDialog onClose={onClose} onStarted={onStarted} />;
  if (open.kind === "category") {
    const { product } = open;
    const choose = async (categoryId: string | null) => {
      const params = { id, productId: product.id };
      const result = await client.call("PUT /api/connections/:id/products/:productId/category", {
        params,
        body: { categoryId },
      });
      if (result.ok) {
        say(t("categories.saved"));
        onClose();
        void model.page.reload();
      }
      return result;
    };
    return (
      <CategoryPicker
        subject={product.name}
        isListed={product.channelProductId !== null}
        onChoose={choose}
        onClose={onClose}
      />
    );
  }
  const selection = open.kind === "push-all" ? { filter: model.filter.value } : open.selection;
  const confirm = async () => {
    onClose();
    await onStart(open.kind === "push-all" ? "push" : "deactivate", selection);
  };
  const Ask = open.kind === "push-all" ? PushAllDialog : ConfirmDeactivate;
  return <Ask count={() => model.count(selection)} onConfirm={confirm} onClose={onClose} />;
}
