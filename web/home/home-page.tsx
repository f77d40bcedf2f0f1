import { useLocation } from "preact-iso/router";
import type { HomeView } from "../../src/contract/home";
import { later } from "../shell/later";
import { AttentionList } from "./attention-list";
import { HomeHealth } from "./home-health";
import { NextSteps } from "./next-steps";
import { ConnectionNotice } from "../connections/connection-notice";
import { TaskLine } from "../tasks/task-line";
import { Tile } from "./tile";
import { ORDER_TAB_TONES, syncTone } from "../shell/tones";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { ORDER_TABS } from "../orders/order-filter";
import { PRODUCT_TABS } from "../catalogue/product-filter";
import { withQuery } from "../data/with-query";
import { nextSteps } from "./home";
import { useLive } from "../data/live";
import { usePolling } from "../data/polling";
import { useResource } from "../data/use-resource";
import { isOpenTask } from "../tasks/outcome";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Skeleton } from "../ui/states";
import "./home-page.css";

const AuthorizationNotice = later(() => import("../connections/authorization-notice"));

const POLL_MS = 3000;

export default function Home() {
  const { client } = useApp();
  const { id } = useConnection();
  const outcome = useLocation().query["authorization"];
  const home = useResource(
    () => client.call("GET /api/connections/:id/home", { params: { id } }),
    [client, id],
  );
  const isRunning = home.value.value?.recentTasks.some(isOpenTask) ?? false;
  usePolling(isRunning, POLL_MS, home.reload);
  useLive(["products", "orders", "tasks", "health"], home.reload);
  return (
    <>
      <PageHead title={t("home.title")} />
      {outcome && <AuthorizationNotice outcome={outcome} />}
      <ConnectionNotice />
      <Loaded resource={home} skeleton={<Skeleton lines={8} />}>
        {(view) => <HomeBlocks view={view} />}
      </Loaded>
    </>
  );
}

function HomeBlocks({ view }: { view: HomeView }) {
  const { base, detail } = useConnection();
  const settings = detail.value.value?.settings;
  const steps = settings ? nextSteps(view, settings) : null;
  return (
    <div class="stack">
      <HomeHealth health={view.health} />
      {steps && <NextSteps steps={steps} base={base} />}
      <AttentionList warned={view.health?.warned ?? 0} />
      <HomeTiles view={view} />
      <RecentTasks tasks={view.recentTasks} />
    </div>
  );
}

function RecentTasks({ tasks }: { tasks: HomeView["recentTasks"] }) {
  const { base } = useConnection();
  return (
    <Card title={t("home.tasks")} actions={<a href={`${base}/tasks`}>{t("home.allTasks")}</a>}>
      {tasks.length === 0 ? (
        <p class="soft">{t("home.noTasks")}</p>
      ) : (
        <ul class="stack">
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} base={base} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function HomeTiles({ view }: { view: HomeView }) {
  const { base } = useConnection();
  return (
    <div class="home-tiles">
      <Tile
        hasBar
        title={t("home.products")}
        entries={PRODUCT_TABS.filter((tab) => tab !== "all").map((tab) => ({
          label: t(`product.tab.${tab}`),
          count: view.products[tab],
          href: withQuery(`${base}/products`, { tab }),
          tone: syncTone(tab),
          isAlarming: tab === "sync_failed" || tab === "update_failed",
        }))}
      />
      <Tile
        hasBar
        title={t("home.orders")}
        entries={ORDER_TABS.filter((tab) => tab !== "all").map((tab) => ({
          label: t(`order.tab.${tab}`),
          count: view.orders[tab],
          href: withQuery(`${base}/orders`, { tab }),
          tone: ORDER_TAB_TONES[tab],
          isAlarming: tab === "unsynced",
        }))}
      />
      <CategoriesTile categories={view.categories} />
    </div>
  );
}

function CategoriesTile({ categories }: Pick<HomeView, "categories">) {
  const { base } = useConnection();
  const { mapped, suggested, unmapped } = categories;
  const href = `${base}/categories`;
  return (
    <Tile
      hasBar
      title={t("home.categories")}
      entries={[
        { label: t("home.mapped"), count: mapped, href: `${href}?state=accepted`, tone: "good" },
        {
          label: t("home.suggested"),
          count: suggested,
          href: `${href}?state=suggested`,
          tone: "info",
        },
        {
          label: t("home.unmapped"),
          count: unmapped,
          href: `${href}?state=none`,
          tone: "bad",
          isAlarming: true,
        },
      ]}
    />
  );
}
