/** The orders of a connection: the address says which, the model reads them. */
import { useModel, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { OrderRow } from "../../src/contract/orders";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useListAddress, type ListAddress } from "../data/use-list-address";
import { ListViewModel } from "../data/list-view";
import { rangeText } from "../data/range";
import { useKept, useLive } from "../data/live";
import { reasonLabel } from "../problems/reason-label";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { CursorPager } from "../shell/cursor-pager";
import { SearchForm } from "../shell/search-form";
import { withQuery } from "../data/with-query";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Empty, Skeleton } from "../ui/states";
import { ViewMenu } from "../ui/view-menu";
import { TabLinks } from "../ui/tab-links";
import { isFiltered, ORDER_TABS, readOrderFilter, type OrderFilter } from "./order-filter";
import { OrderSortField, readOrderSort } from "./order-sort";
import { hideableColumns, OrderTable } from "./order-table";
import { ChosenOrders, OrdersModel } from "./orders";

const DispatchCard = later(() => import("./dispatch-card"));
const MissedDialog = later(() => import("./missed-dialog"));
const ArchiveBar = later(() => import("./archive-bar"));

export default function Orders() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const { query, route } = useLocation();
  const model = useKept("orders", () => new OrdersModel(client, id));
  const chosen = useModel(ChosenOrders);
  const isMissing = useSignal(false);
  const watching = useTaskWatch();
  const { isBusy, refusal, send } = useSubmission();
  const filter = readOrderFilter(query);
  const path = `${base}/orders`;
  const sort = readOrderSort(query["sort"]);
  const view = useMemo(() => new ListViewModel("orders"), []);
  const address = useListAddress(path, { ...filter, sort }, model.page, (cursor) =>
    model.show(filter, cursor, sort),
  );
  const hrefOf = (next: string | undefined) => withQuery(path, { ...filter, sort: next });
  useLive(["orders"], model.page.reload);
  // What is ticked is what is seen.
  useLayoutEffect(chosen.clear, [address.here, address.cursor]);

  const isChosen = ({ id: order }: OrderRow) => chosen.ids.value.has(order);
  const chosenRows = (model.page.value.value?.rows ?? []).filter(isChosen);
  const refresh = () =>
    send(async () => {
      const result = await model.refresh();
      if (result.ok) watching.watch(result.value.taskId);
      return result;
    });
  const refreshButton = (
    <Button icon="refresh" isBusy={isBusy.value} onClick={() => void refresh()}>
      {t("orders.refresh")}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t("orders.title")}
        actions={
          <>
            <Button onClick={() => (isMissing.value = true)}>{t("orders.missed")}</Button>
            {refreshButton}
          </>
        }
      />
      {isMissing.value && (
        <MissedDialog onStarted={watching.watch} onClose={() => (isMissing.value = false)} />
      )}
      <DispatchCard path={path} filter={filter} chosen={chosenRows} />
      <OrderTabs model={model} filter={filter} sort={sort} path={path} />
      <OrderSearch filter={filter} sort={sort} path={path}>
        <ViewMenu view={view} columns={hideableColumns()} />
      </OrderSearch>
      <div class="only-cards">
        <OrderSortField sort={sort} onChange={(next) => route(hrefOf(next))} />
      </div>
      <SubmitProblem of={refusal} />
      <WatchedTask watching={watching} onProgress={() => void model.page.reload()} />
      <Loaded
        resource={model.page}
        skeleton={<Skeleton lines={8} isTable />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={isFiltered(filter) ? <NoMatch path={path} /> : <NoOrders action={refreshButton} />}
      >
        {({ rows, next, counts, isMore }) => (
          <>
            <OrderTable
              rows={rows}
              base={base}
              view={view}
              sorting={{ current: sort, hrefOf }}
              chosen={chosen}
              now={Date.now()}
            />
            {chosenRows.length > 0 && (
              <ArchiveBar rows={chosenRows} onClear={chosen.clear} model={model} />
            )}
            <CursorPager
              address={address}
              next={next}
              note={noteOf(address, rows.length, counts[filter.tab], isMore)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

/** As many as the server puts on a page. */
const PAGE_SIZE = 50;

function noteOf(address: ListAddress, shown: number, total: number, isMore: boolean): string {
  const range = rangeText(address, { shown, pageSize: PAGE_SIZE, total, isMore });
  return range ?? t("orders.count", { count: Math.max(total, shown) });
}

interface FilterProps {
  filter: OrderFilter;
  sort: string | undefined;
  path: string;
}

function OrderTabs({
  model,
  filter,
  sort,
  path,
}: FilterProps & { model: InstanceType<typeof OrdersModel> }) {
  const { counts, isMore } = model.page.value.value ?? {};
  return (
    <TabLinks
      label={t("orders.tabs")}
      current={filter.tab}
      isMore={isMore}
      tabs={ORDER_TABS.map((tab) => ({
        key: tab,
        label: t(`order.tab.${tab}`),
        href: withQuery(path, { ...filter, tab, sort }),
        count: counts?.[tab],
      }))}
    />
  );
}

function OrderSearch({
  filter,
  sort,
  path,
  children,
}: FilterProps & { children: ComponentChildren }) {
  const { route } = useLocation();
  const search = useSignal(filter.search ?? "");
  return (
    <div class="filters">
      <SearchForm
        label={t("orders.search")}
        value={search.value}
        onInput={(value) => {
          search.value = value;
        }}
        onSearch={(value) => route(withQuery(path, { ...filter, search: value, sort }))}
      />
      {filter.problem && (
        <LinkButton
          isSmall
          icon="close"
          href={withQuery(path, { ...filter, problem: undefined, sort })}
          label={t("filters.remove", { filter: reasonLabel(filter.problem) })}
        >
          {reasonLabel(filter.problem)}
        </LinkButton>
      )}
      {children}
    </div>
  );
}

function NoMatch({ path }: { path: string }) {
  return (
    <Empty
      icon="search"
      title={t("orders.noMatch")}
      actions={<LinkButton href={path}>{t("products.clear")}</LinkButton>}
    >
      {t("orders.noMatchText")}
    </Empty>
  );
}

function NoOrders({ action }: { action: ComponentChildren }) {
  return (
    <Empty icon="orders" title={t("orders.empty")} actions={action}>
      {t("orders.emptyText")}
    </Empty>
  );
}
