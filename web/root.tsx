import lazy from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { Announcer } from "./shell/announcer";
import { focusHeading } from "./shell/focus-heading";
import { withPart } from "./i18n/language";
import { t } from "./i18n/t";
import { AppContext, type App } from "./shell/app";
import Login from "./accounts/login-page";
import SignUp from "./accounts/sign-up-page";

const Connections = lazy(() => import("./connections/connections-page"));
const NewConnection = lazy(() => import("./connections/setup/new-connection-page"));
const Setup = lazy(() => import("./connections/setup/setup-page"));
const Workspace = lazy(() => import("./shell/workspace"));
const Join = lazy(() => import("./accounts/join-page"));
const ForgotPassword = lazy(() => import("./accounts/forgot-password-page"));
const ConfirmEmail = lazy(() => import("./accounts/confirm-email-page"));
const YourAccount = lazy(() => import("./accounts/your-account-page"));
const ResetPassword = lazy(() => import("./accounts/reset-password-page"));
const Help = lazy(() => withPart("help", import("./help/help-page")));
const Outbox = lazy(() => import("./accounts/mails-page"));
const ProofDialog = lazy(() => import("./accounts/proof-dialog"));
const NotFound = lazy(() => import("./shell/not-found"));

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
          <Route path="/join" component={Join} />
          <Route path="/forgot-password" component={ForgotPassword} />
          <Route path="/reset-password" component={ResetPassword} />
          <Route path="/confirm-email" component={ConfirmEmail} />
          <Route path="/account" component={YourAccount} />
          <Route path="/connections" component={Connections} />
          <Route path="/connections/new" component={NewConnection} />
          <Route path="/connections/:id/setup" component={Setup} />
          <Route path="/connections/:id" component={Workspace} />
          <Route path="/connections/:id/*" component={Workspace} />
          <Route path="/help" component={Help} />
          <Route path="/outbox" component={Outbox} />
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
