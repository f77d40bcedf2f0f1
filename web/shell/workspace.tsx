import "./shell.css";
import type { ComponentType } from "preact";
import { useModel, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Route, Router, useLocation } from "preact-iso/router";
import { focusHeading } from "./focus-heading";
import { MembersOnly } from "./guard";
import { lazy } from "./lazy";
import type { Opened } from "./shortcuts";
import { later } from "./later";
import { Sidebar } from "./sidebar";
import { useApp } from "./app";
import { MOVING_SUBJECTS } from "../../src/domain/home/moved";
import {
  ConnectionContext,
  ConnectionModel,
  useConnection,
  type OpenConnection,
} from "../connections/connection";
import { LiveContext, LiveModel, useAttention, useLive, type Live } from "../data/live";
import { usePolling } from "../data/polling";
import { withPart } from "../i18n/language";
import { isDeadLink } from "../problems/is-dead-link";
import { LoadProblem } from "../problems/problem-notice";
import { PlaceContext } from "../ui/page";

/** What is drawn at each address below the connection's. */
export const PAGES = {
  "/": lazy(() => import("../home/home-page")),
  "/products": lazy(() => import("../catalogue/products-page")),
  "/products/:productId": lazy(() => import("../catalogue/product-page")),
  "/map": lazy(() => import("../mapping/map-page")),
  "/categories": lazy(() => import("../categories/categories-page")),
  "/orders": lazy(() => import("../orders/orders-page")),
  "/orders/:orderId": lazy(() => import("../orders/order-page")),
  "/tasks": lazy(() => import("../tasks/tasks-page")),
  "/tasks/:taskId": lazy(() => import("../tasks/task-page")),
  "/activity": lazy(() => import("../activity/activity-page")),
  "/activity/journal": lazy(() => import("../journal/journal-page")),
  "/health": lazy(() => withPart("checks", import("../health/health-page"))),
  "/health/reports": lazy(() => import("../reports/reports-page")),
  "/settings": lazy(() => import("../connections/settings/settings-page")),
};

const NotHere = lazy(() => import("./not-here"));
const DeadConnection = later(() => import("./dead-connection"));
const OversoldBanner = later(() => import("../oversold/oversold-banner"));
const Shortcuts = later(() => import("./shortcuts"));

/** How often a page that is seen asks what moved. */
const LIVE_MS = 5_000;

/** The pages of one connection. Everything below is keyed by it, so nothing leaks to the next. */
export default function Workspace({ params }: { params: { id: string } }) {
  return (
    <MembersOnly>
      <WorkspaceOf key={params.id} id={params.id} />
    </MembersOnly>
  );
}

function WorkspaceOf({ id }: { id: string }) {
  const { client } = useApp();
  const { path, route } = useLocation();
  const model = useModel(() => new ConnectionModel(client, id));
  const open = useMemo<OpenConnection>(
    () => ({ id, base: `/connections/${id}`, model, detail: model.detail }),
    [id, model],
  );
  const opened = useSignal<Opened>(null);
  const live = useModel(() => new LiveModel(client, id));
  const shared = useMemo<Live>(
    () => ({ versions: live.versions, attention: live.attention, kept: new Map() }),
    [live],
  );
  useLayoutEffect(() => void model.detail.reload(), [model]);
  useEffect(() => {
    void live.attention.reload();
    void live.ask();
  }, [live]);
  usePolling(model.detail.value.value !== null, LIVE_MS, live.ask);
  const detail = model.detail.value.value;
  // Before it is set up a connection has its wizard, and its health.
  const isSetup = detail?.state === "setup" && path !== `${open.base}/health`;
  useEffect(() => {
    if (isSetup) route(`${open.base}/setup`, true);
  }, [isSetup]);
  const error = detail === null ? model.detail.error.value : null;
  if (error && isDeadLink(error))
    return <DeadConnection reason={error} onRetry={model.detail.reload} />;
  return (
    <ConnectionContext.Provider value={open}>
      <LiveContext.Provider value={shared}>
        <SharedReading />
        <Shortcuts opened={opened} />
        <PlaceContext.Provider value={detail?.name ?? ""}>
          <div class="workspace">
            <Sidebar
              onFind={() => {
                opened.value = "palette";
              }}
            />
            <main id="main" class="workspace-main" tabIndex={-1}>
              <OversoldNews />
              {error ? (
                <LoadProblem reason={error} onRetry={model.detail.reload} />
              ) : (
                <Router onRouteChange={focusHeading}>
                  {Object.entries(PAGES).map(([path, Page]) => (
                    <Route key={path} path={path} component={Page as ComponentType} />
                  ))}
                  <Route default component={NotHere} />
                </Router>
              )}
            </main>
          </div>
        </PlaceContext.Provider>
      </LiveContext.Provider>
    </ConnectionContext.Provider>
  );
}

/** On top of every page, where there is such news; once drawn it stays, so that its dialog does. */
function OversoldNews() {
  const count = useAttention()?.value.value?.oversold ?? 0;
  const hadNews = useRef(false);
  hadNews.current ||= count > 0;
  return hadNews.current ? <OversoldBanner count={count} /> : null;
}

/** Reads anew what all pages of the connection show around themselves. */
function SharedReading() {
  const { detail } = useConnection();
  const attention = useAttention();
  useLive(["settings"], detail.reload);
  useLive(MOVING_SUBJECTS, () => attention?.reload());
  return null;
}
