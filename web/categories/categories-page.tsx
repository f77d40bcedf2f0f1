/** The store's categories: what each is on TikTok Shop, and the suggestions that wait for a person. */
import { useModel } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { formatSince } from "../i18n/format";
import { useLive } from "../data/live";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { withQuery } from "../data/with-query";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Empty, Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";
import { CategoriesModel, MAPPING_STATES, stateOf, type MappingState } from "./categories";
import CategoryPicker from "./category-picker";
import { CategoryTable } from "./category-table";

type Model = InstanceType<typeof CategoriesModel>;

const Demands = later(() => import("./demands-page"), <Skeleton lines={10} />);

/** The list, or with "?of=<id>" what TikTok Shop asks in one of its categories. */
export default function Categories() {
  const { query } = useLocation();
  const of = query["of"];
  return of ? <Demands key={of} categoryId={of} /> : <CategoryList />;
}

function CategoryList() {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { query } = useLocation();
  const model = useModel(() => new CategoriesModel(client, id));
  const watching = useTaskWatch();
  const submission = useSubmission();
  useLayoutEffect(() => void model.list.reload(), [model]);
  useLive(["products"], model.list.reload);
  const state = MAPPING_STATES.find((one) => one === query["state"]) ?? "all";

  const accept = (ids?: string[]) =>
    void submission.send(async () => {
      const result = await model.accept(ids);
      if (result.ok) {
        say(t("categories.accepted", { count: result.value.accepted }));
        await model.list.reload();
      }
      return result;
    });
  const suggest = () =>
    void submission.send(async () => {
      const result = await model.suggest();
      if (result.ok) watching.watch(result.value.taskId);
      return result;
    });
  return (
    <>
      <CategoriesHead
        model={model}
        isBusy={submission.isBusy.value}
        onAcceptAll={() => accept()}
        onSuggest={suggest}
      />
      <MappingTabs model={model} current={state} />
      <SubmitProblem of={submission.refusal} />
      <WatchedTask watching={watching} onProgress={() => void model.list.reload()} />
      <Loaded
        resource={model.list}
        skeleton={<Skeleton lines={6} isTable />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<NoCategories />}
      >
        {({ rows }) => (
          <CategoryTable
            rows={rows.filter((row) => state === "all" || stateOf(row) === state)}
            base={base}
            onAccept={(row) => accept([row.sourceCategoryId])}
            onChange={(row) => (model.picking.value = row)}
          />
        )}
      </Loaded>
      <TreeAge model={model} />
      <PickingDialog model={model} />
    </>
  );
}

interface CategoriesHeadProps {
  model: Model;
  isBusy: boolean;
  onAcceptAll: () => void;
  onSuggest: () => void;
}

function CategoriesHead({ model, isBusy, onAcceptAll, onSuggest }: CategoriesHeadProps) {
  const open = model.rows.value.filter((row) => stateOf(row) === "suggested").length;
  return (
    <PageHead
      title={t("categories.title")}
      subtitle={t("categories.text")}
      actions={
        <>
          <Button icon="refresh" isBusy={isBusy} onClick={onSuggest}>
            {t("categories.suggest")}
          </Button>
          {open > 0 && (
            <Button variant="primary" isBusy={isBusy} onClick={onAcceptAll}>
              {t("categories.acceptAll", { count: open })}
            </Button>
          )}
        </>
      }
    />
  );
}

function MappingTabs({ model, current }: { model: Model; current: MappingState }) {
  const { base } = useConnection();
  const rows = model.rows.value;
  return (
    <TabLinks
      label={t("categories.col.state")}
      current={current}
      tabs={MAPPING_STATES.map((state) => ({
        key: state,
        label: state === "all" ? t("product.tab.all") : t(`categories.state.${state}`),
        href: withQuery(`${base}/categories`, state === "all" ? {} : { state }),
        count: rows.filter((row) => state === "all" || stateOf(row) === state).length,
      }))}
    />
  );
}

function NoCategories() {
  const { base } = useConnection();
  return (
    <Empty
      icon="categories"
      title={t("categories.empty")}
      actions={
        <LinkButton variant="primary" href={`${base}/products?pull=1`}>
          {t("action.pull")}
        </LinkButton>
      }
    >
      {t("categories.emptyText")}
    </Empty>
  );
}

function TreeAge({ model }: { model: Model }) {
  const readAt = model.list.value.value?.treeReadAt;
  if (!readAt) return null;
  return (
    <p class="soft small">
      {t("categories.treeReadAt", { when: formatSince(readAt, Date.now()) })}
    </p>
  );
}

function PickingDialog({ model }: { model: Model }) {
  const { say } = useApp();
  const row = model.picking.value;
  if (!row) return null;
  const close = () => {
    model.picking.value = null;
  };
  const choose = async (categoryId: string | null) => {
    const result = await model.choose(row, categoryId);
    if (result.ok) {
      close();
      say(t("categories.saved"));
      await model.list.reload();
    }
    return result;
  };
  return (
    <CategoryPicker
      subject={row.path || t("categories.none")}
      isMapped={row.mapping !== null}
      onChoose={choose}
      onClose={close}
    />
  );
}
