import { useModel, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { CursorPager } from "../shell/cursor-pager";
import { useSubmission } from "../data/submission";
import { OrderTable } from "./order-table";
import { ProblemNotice } from "../problems/problem-notice";
import { SearchForm } from "../shell/search-form";
import { TaskWatch } from "../tasks/task-watch";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { ORDER_TABS, readOrderFilter } from "./order-filter";
import { withQuery } from "../shell/with-query";
import { OrdersModel } from "./orders";
import { PagesModel } from "../data/pages";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";
import "../shell/search-form.css";

export default function Orders() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const { query, route } = useLocation();
  const model = useModel(() => new OrdersModel(client, id));
  const pages = useModel(() => new PagesModel());
  const watched = useSignal<string | null>(null);
  const { isBusy, refusal, send } = useSubmission();
  const filter = readOrderFilter(query);
  const search = useSignal(filter.search ?? "");
  const here = `${base}/orders`;
  const filterKey = withQuery(here, { ...filter });
  useEffect(() => pages.reset(), [filterKey]);
  useEffect(() => void model.show(filter, query["cursor"]), [filterKey, query["cursor"]]);

  const refresh = () =>
    send(async () => {
      const result = await model.refresh();
      if (result.ok) watched.value = result.value.taskId;
      return result;
    });
  const goTo = (cursor: string | undefined) => route(withQuery(here, { ...filter, cursor }));
  const isFiltered = filter.tab !== "all" || filter.search;
  const refreshButton = (
    <Button icon="refresh" isBusy={isBusy.value} onClick={() => void refresh()}>
      {t("orders.refresh")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("orders.title")} actions={refreshButton} />
      <TabLinks
        label={t("orders.tabs")}
        current={filter.tab}
        tabs={ORDER_TABS.map((tab) => ({
          key: tab,
          label: t(`order.tab.${tab}`),
          href: withQuery(here, { ...filter, tab }),
          count: model.page.value.value?.counts[tab],
        }))}
      />
      <div class="filters">
        <SearchForm
          label={t("orders.search")}
          value={search.value}
          onInput={(value) => {
            search.value = value;
          }}
          onSearch={(value) => route(withQuery(here, { tab: filter.tab, search: value }))}
        />
      </div>
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
        empty={
          isFiltered ? (
            <Empty
              icon="search"
              title={t("orders.noMatch")}
              actions={<LinkButton href={here}>{t("products.clear")}</LinkButton>}
            >
              {t("orders.noMatchText")}
            </Empty>
          ) : (
            <Empty icon="orders" title={t("orders.empty")} actions={refreshButton}>
              {t("orders.emptyText")}
            </Empty>
          )
        }
      >
        {(value) => (
          <>
            <OrderTable rows={value.rows} base={base} />
            <CursorPager pages={pages} cursor={query["cursor"]} next={value.next} goTo={goTo} />
          </>
        )}
      </Loaded>
    </>
  );
}
