import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { CategoryRow } from "../../src/contract/api";
import { CategoryPicker } from "./category-picker";
import { CategoryTable } from "./category-table";
import { useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import { TaskWatch } from "../tasks/task-watch";
import { formatSince } from "../i18n/format";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { withQuery } from "../shell/with-query";
import { createResource } from "../data/resource";
import { Button, LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";

const STATES = ["all", "suggested", "none", "accepted"] as const;
type State = (typeof STATES)[number];

const stateOf = (row: CategoryRow): Exclude<State, "all"> => row.mapping?.state ?? "none";

export default function Categories() {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { query } = useLocation();
  const params = { id };
  const list = useMemo(
    () =>
      createResource(() => client.call("GET /api/connections/:id/categories", { params: { id } })),
    [client, id],
  );
  const picking = useSignal<CategoryRow | null>(null);
  const watched = useSignal<string | null>(null);
  const { isBusy, refusal, send } = useSubmission();
  useEffect(() => void list.reload(), [list]);

  const rows = list.value.value?.rows ?? [];
  const state = STATES.find((one) => one === query["state"]) ?? "all";
  const shown = rows.filter((row) => state === "all" || stateOf(row) === state);
  const open = rows.filter((row) => stateOf(row) === "suggested").length;

  const accept = (ids?: string[]) =>
    send(async () => {
      const body = ids ? { ids } : {};
      const result = await client.call("POST /api/connections/:id/categories/accept", {
        params,
        body,
      });
      if (result.ok) {
        say(t("categories.accepted", { count: result.value.accepted }));
        await list.reload();
      }
      return result;
    });
  const suggest = () =>
    send(async () => {
      const result = await client.call("POST /api/connections/:id/categories/suggest", {
        params,
        body: {},
      });
      if (result.ok) watched.value = result.value.taskId;
      return result;
    });
  const choose = async (row: CategoryRow, categoryId: string | null) => {
    const result = await client.call("PUT /api/connections/:id/categories/:sourceCategoryId", {
      params: { id, sourceCategoryId: row.sourceCategoryId },
      body: { categoryId },
    });
    if (result.ok) {
      picking.value = null;
      say(t("categories.saved"));
      await list.reload();
    }
    return result;
  };
  const readAt = list.value.value?.treeReadAt;
  return (
    <>
      <PageHead
        title={t("categories.title")}
        subtitle={t("categories.text")}
        actions={
          <>
            <Button icon="refresh" isBusy={isBusy.value} onClick={() => void suggest()}>
              {t("categories.suggest")}
            </Button>
            {open > 0 && (
              <Button variant="primary" isBusy={isBusy.value} onClick={() => void accept()}>
                {t("categories.acceptAll", { count: open })}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={t("categories.col.state")}
        current={state}
        tabs={STATES.map((one) => ({
          key: one,
          label: one === "all" ? t("product.tab.all") : t(`categories.state.${one}`),
          href: withQuery(`${base}/categories`, one === "all" ? {} : { state: one }),
          count: one === "all" ? rows.length : rows.filter((row) => stateOf(row) === one).length,
        }))}
      />
      <ProblemNotice reason={refusal.value} />
      {watched.value && (
        <TaskWatch
          key={watched.value}
          taskId={watched.value}
          onProgress={() => void list.reload()}
          onDismiss={() => (watched.value = null)}
        />
      )}
      <Loaded
        resource={list}
        skeleton={<Skeleton lines={6} isTable />}
        isEmpty={(value) => value.rows.length === 0}
        empty={
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
        }
      >
        {() => (
          <CategoryTable
            rows={shown}
            base={base}
            onAccept={(row) => void accept([row.sourceCategoryId])}
            onChange={(row) => (picking.value = row)}
          />
        )}
      </Loaded>
      {readAt && (
        <p class="soft small">
          {t("categories.treeReadAt", { when: formatSince(readAt, Date.now()) })}
        </p>
      )}
      {picking.value && (
        <CategoryPicker
          subject={picking.value.path || t("categories.none")}
          isMapped={picking.value.mapping !== null}
          onChoose={(categoryId) => choose(picking.value as CategoryRow, categoryId)}
          onClose={() => (picking.value = null)}
        />
      )}
    </>
  );
}
