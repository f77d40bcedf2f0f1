import { exec, LocationProvider, Route, Router } from "preact-iso/router";
import { Announcer } from "./shell/announcer";
import { focusHeading } from "./shell/focus-heading";
import { withPart } from "./i18n/language";
import { t } from "./i18n/t";
import { AppContext, type App } from "./shell/app";
import { lazy } from "./shell/lazy";
import Workspace, { PAGES as WORKSPACE_PAGES } from "./shell/workspace";

/** Nothing is drawn around these pages. */
const WHOLE = { isWhole: true };

const Connections = lazy(() => import("./connections/connections-page"), WHOLE);

/** What is drawn at each address outside of a connection. */
const PAGES = {
  "/": Connections,
  "/login": lazy(() => import("./accounts/login-page"), WHOLE),
  "/sign-up": lazy(() => import("./accounts/sign-up-page"), WHOLE),
  "/join": lazy(() => import("./accounts/join-page"), WHOLE),
  "/forgot-password": lazy(() => import("./accounts/forgot-password-page"), WHOLE),
  "/reset-password": lazy(() => import("./accounts/reset-password-page"), WHOLE),
  "/confirm-email": lazy(() => import("./accounts/confirm-email-page"), WHOLE),
  "/account": lazy(() => import("./accounts/your-account-page"), WHOLE),
  "/connections": Connections,
  "/connections/new": lazy(() => import("./connections/setup/new-connection-page"), WHOLE),
  "/connections/:id/setup": lazy(() => import("./connections/setup/setup-page"), WHOLE),
  "/help": lazy(() => withPart("help", import("./help/help-page")), WHOLE),
  "/help/developers": lazy(() => withPart("help", import("./help/developers-page")), WHOLE),
  "/outbox": lazy(() => import("./accounts/mails-page"), WHOLE),
};
const IN_CONNECTION = "/connections/:id";
const ProofDialog = lazy(() => import("./accounts/proof-dialog"));
const NotFound = lazy(() => import("./shell/not-found"), WHOLE);

/** Loads the code of the page at an address, which is then drawn at once. */
export async function preloadPage(pathname: string): Promise<void> {
  const pages = [
    ...Object.entries(PAGES),
    ...Object.entries(WORKSPACE_PAGES).map(([path, page]) => [IN_CONNECTION + path, page] as const),
  ];
  const found = pages.find(([path]) => exec(pathname, path));
  await found?.[1].preload();
}

/** The address book of the front end; what needs a session says so itself. */
export function Root({ app }: { app: App }) {
  return (
    <AppContext.Provider value={app}>
      <LocationProvider>
        <a class="skip-link" href="#main">
          {t("common.skip")}
        </a>
        <Router onRouteChange={focusHeading}>
          {Object.entries(PAGES).map(([path, Page]) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route path={IN_CONNECTION} component={Workspace} />
          <Route path={`${IN_CONNECTION}/*`} component={Workspace} />
          <Route default component={NotFound} />
        </Router>
        <Asking app={app} />
        <Announcer />
      </LocationProvider>
    </AppContext.Provider>
  );
}

/** Drawn over whatever page needs a proof. */
function Asking({ app }: { app: App }) {
  return app.proof.isAsked.value && <ProofDialog />;
}
