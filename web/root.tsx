import lazy from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { Announcer } from "./components/announcer";
import { focusHeading } from "./components/focus-heading";
import { t } from "./i18n/t";
import { AppContext, type App } from "./models/app";
import Login from "./pages/login";
import SignUp from "./pages/sign-up";

const Connections = lazy(() => import("./pages/connections"));
const NewConnection = lazy(() => import("./pages/new-connection"));
const Setup = lazy(() => import("./pages/setup"));
const Workspace = lazy(() => import("./pages/workspace"));
const ForgotPassword = lazy(() => import("./pages/forgot-password"));
const ResetPassword = lazy(() => import("./pages/reset-password"));
const Help = lazy(() => import("./pages/help"));
const Outbox = lazy(() => import("./pages/outbox"));
const NotFound = lazy(() => import("./pages/not-found"));

/** The address book of the front end; what needs a session says so itself. */
export function Root({ app }: { app: App }) {
  return (
    <AppContext.Provider value={app}>
      <LocationProvider>
        <a class="skip-link" href="#main">
          {t("common.skip")}
        </a>
        <Router onRouteChange={focusHeading}>
          <Route path="/" component={Connections} />
          <Route path="/login" component={Login} />
          <Route path="/sign-up" component={SignUp} />
          <Route path="/forgot-password" component={ForgotPassword} />
          <Route path="/reset-password" component={ResetPassword} />
          <Route path="/connections" component={Connections} />
          <Route path="/connections/new" component={NewConnection} />
          <Route path="/connections/:id/setup" component={Setup} />
          <Route path="/connections/:id" component={Workspace} />
          <Route path="/connections/:id/*" component={Workspace} />
          <Route path="/help" component={Help} />
          <Route path="/outbox" component={Outbox} />
          <Route default component={NotFound} />
        </Router>
        <Announcer />
      </LocationProvider>
    </AppContext.Provider>
  );
}
