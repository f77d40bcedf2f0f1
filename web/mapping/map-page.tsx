/** Listings that the seller made on TikTok Shop: which product each is, and letting it stand for that. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { UnmappedListing, UnmappedTab } from "../../src/contract/mapping";
import { useConnection } from "../connections/connection";
import { useKept, useLive } from "../data/live";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useListAddress } from "../data/use-list-address";
import { withQuery } from "../data/with-query";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { CursorPager } from "../shell/cursor-pager";
import { later } from "../shell/later";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Empty, Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";
import { keepFocus } from "./keep-focus";
import { ListingRow } from "./listing-row";
import { ListingSearch, NotFoundListing, WantedProduct } from "./listing-search";
import { canMap, MAPPING_TABS, MappingModel, type UnmappedPage } from "./mapping";
import { MappingSelection } from "./mapping-selection";
import { t } from "./texts";
import "./mapping.css";

const MapDialog = later(() => import("./map-dialog"));

/** What is to be mapped, and how many that are; without ids all that are ready. */
interface Asked {
  ids?: string[];
  count: number;
}

const sumOf = (counts: UnmappedPage["counts"]) =>
  MAPPING_TABS.reduce((sum, tab) => sum + counts[tab], 0);

export default function MapProducts() {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { query, route } = useLocation();
  const model = useKept("mapping", () => new MappingModel(client, id));
  const watching = useTaskWatch();
  const { isBusy, refusal, send } = useSubmission();
  const asked = useSignal<Asked | null>(null);
  const tab = MAPPING_TABS.find((one) => one === query["tab"]) ?? "sure";
  const search = (query["search"] ?? "").trim();
  const product = query["product"] ?? "";
  const path = `${base}/map`;
  const filter = {
    tab: tab === "sure" ? undefined : tab,
    search: search || undefined,
    product: product || undefined,
  };
  const address = useListAddress(path, filter, model.page, (cursor) =>
    model.show(tab, search, cursor),
  );
  useLayoutEffect(() => model.want(product), [product]);
  useLive(["products", "tasks"], model.page.reload);

  const find = () =>
    void send(async () => {
      const result = await model.find();
      if (!result.ok) return result;
      watching.watch(result.value.taskId);
      return result;
    });
  const hide = (rows: readonly UnmappedListing[], isHidden: boolean) =>
    void send(async () => {
      const ids = rows.map((row) => row.channelProductId);
      const result = await model.hide(ids, isHidden);
      if (!result.ok) return result;
      model.clear();
      say(t(isHidden ? "mapping.wasHidden" : "mapping.wasShown", { count: ids.length }));
      await model.page.reload();
      keepFocus();
      return result;
    });
  const mapChosen = () => {
    const ids = model.chosen.value
      .filter((row) => canMap(row) && !row.isHidden)
      .map((row) => row.channelProductId);
    asked.value = { ids, count: ids.length };
  };
  const onStarted = (taskId: string, count: number) => {
    asked.value = null;
    model.clear();
    if (product) route(path, true);
    watching.watch(taskId);
    say(t("mapping.started", { count }));
  };
  const counts = model.page.value.value?.counts;
  const isEmpty = counts !== undefined && sumOf(counts) === 0;
  const hasSearched = (model.page.value.value?.searchedAt ?? null) !== null;
  return (
    <>
      <MapHead
        counts={counts}
        isBusy={isBusy.value}
        onFind={find}
        onMapAll={(count) => (asked.value = { count })}
      />
      {model.wanted.value.value && (
        <WantedProduct name={model.wanted.value.value.name} path={path} />
      )}
      {(!isEmpty || search || product) && (
        <ListingSearch path={path} search={search} query={{ product: filter.product }} />
      )}
      {!isEmpty && !search && (
        <MappingTabs path={path} product={filter.product} current={tab} counts={counts} />
      )}
      <SubmitProblem of={refusal} />
      <WatchedTask watching={watching} onProgress={model.page.reload} />
      <Loaded
        resource={model.page}
        skeleton={<Skeleton lines={6} isTable />}
        isEmpty={() => isEmpty && !search}
        empty={
          <NoListings
            isSearching={watching.isRunning.value}
            hasSearched={hasSearched}
            isBusy={isBusy.value}
            onFind={find}
          />
        }
      >
        {({ rows, next }) => (
          <>
            {search && rows.length === 0 && <NotFoundListing search={search} model={model} />}
            <TabContent
              isSearch={search !== ""}
              rows={rows}
              tab={tab}
              path={path}
              counts={counts}
              model={model}
              onHide={hide}
            />
            <CursorPager address={address} next={next} />
            <MappingSelection rows={rows} model={model} onMap={mapChosen} onHide={hide} />
          </>
        )}
      </Loaded>
      {asked.value && (
        <MapDialog
          count={asked.value.count}
          onMap={(rules) => model.map(asked.value?.ids, rules)}
          onStarted={onStarted}
          onClose={() => {
            asked.value = null;
          }}
        />
      )}
    </>
  );
}

interface MapHeadProps {
  counts: UnmappedPage["counts"] | undefined;
  isBusy: boolean;
  onFind: () => void;
  onMapAll: (count: number) => void;
}

function MapHead({ counts, isBusy, onFind, onMapAll }: MapHeadProps) {
  const { base } = useConnection();
  const hasListings = counts !== undefined && sumOf(counts) > 0;
  const ready = counts?.sure ?? 0;
  return (
    <PageHead
      title={t("mapping.title")}
      crumb={{ label: t("nav.products"), href: `${base}/products` }}
      subtitle={t("mapping.text")}
      actions={
        hasListings && (
          <>
            <Button icon="refresh" isBusy={isBusy} onClick={onFind}>
              {t("mapping.findAgain")}
            </Button>
            {ready > 0 && (
              <Button variant="primary" onClick={() => onMapAll(ready)}>
                {t("mapping.mapAll", { count: ready })}
              </Button>
            )}
          </>
        )
      }
    />
  );
}

interface MappingTabsProps {
  path: string;
  /** Whose listing is looked for. */
  product: string | undefined;
  current: UnmappedTab;
  counts: UnmappedPage["counts"] | undefined;
}

function MappingTabs({ path, product, current, counts }: MappingTabsProps) {
  return (
    <TabLinks
      label={t("mapping.tabs")}
      current={current}
      tabs={MAPPING_TABS.map((tab) => ({
        key: tab,
        label: t(`mapping.tab.${tab}`),
        href: withQuery(path, { tab: tab === "sure" ? undefined : tab, product }),
        count: counts?.[tab],
      }))}
    />
  );
}

/** From a tab without listings, such as that of the bare address, to the first one that has some. */
function OtherTab({ path, counts }: Pick<TabContentProps, "path" | "counts">) {
  const other = MAPPING_TABS.find((tab) => tab !== "hidden" && counts && counts[tab] > 0);
  if (!other) return null;
  const href = withQuery(path, other === "sure" ? {} : { tab: other });
  return <LinkButton href={href}>{t(`mapping.tab.${other}`)}</LinkButton>;
}

interface NoListingsProps {
  isSearching: boolean;
  hasSearched: boolean;
  isBusy: boolean;
  onFind: () => void;
}

/** Before the first search, while it runs, and after one that found nothing. */
function NoListings({ isSearching, hasSearched, isBusy, onFind }: NoListingsProps) {
  if (isSearching) return <p class="soft">{t("mapping.searching")}</p>;
  const isDone = hasSearched;
  return (
    <Empty
      icon={isDone ? "check" : "products"}
      title={t(isDone ? "mapping.nothingLeft" : "mapping.first")}
      actions={
        <Button variant="primary" icon="search" isBusy={isBusy} onClick={onFind}>
          {t(isDone ? "mapping.findAgain" : "mapping.find")}
        </Button>
      }
    >
      {t(isDone ? "mapping.nothingLeftText" : "mapping.firstText")}
    </Empty>
  );
}

interface TabContentProps {
  /** The rows are of all tabs. */
  isSearch: boolean;
  rows: readonly UnmappedListing[];
  tab: UnmappedTab;
  path: string;
  counts: UnmappedPage["counts"] | undefined;
  model: InstanceType<typeof MappingModel>;
  onHide: (rows: readonly UnmappedListing[], isHidden: boolean) => void;
}

function TabContent({ isSearch, rows, tab, path, counts, model, onHide }: TabContentProps) {
  if (rows.length === 0 && isSearch) return null;
  if (rows.length === 0)
    return (
      <Empty
        icon="check"
        title={t(`mapping.empty.${tab}`)}
        actions={<OtherTab path={path} counts={counts} />}
      />
    );
  return (
    <>
      {!isSearch && <p class="soft">{t(`mapping.tabText.${tab}`)}</p>}
      <ul class="stack" aria-label={t("mapping.list")}>
        {rows.map((row) => (
          <ListingRow
            key={row.channelProductId}
            row={row}
            model={model}
            onHide={() => onHide([row], !row.isHidden)}
          />
        ))}
      </ul>
    </>
  );
}
