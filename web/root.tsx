import { LocationProvider, Route, Router } from "preact-iso/router";
import { Announcer } from "./shell/announcer";
import { focusHeading } from "./shell/focus-heading";
import { withPart } from "./i18n/language";
import { t } from "./i18n/t";
import { AppContext, type App } from "./shell/app";
import { lazy } from "./shell/lazy";
import Workspace from "./shell/workspace";

/** Nothing is drawn around these pages. */
const WHOLE = { isWhole: true };

const Login = lazy(() => import("./accounts/login-page"), WHOLE);
const SignUp = lazy(() => import("./accounts/sign-up-page"), WHOLE);
const Connections = lazy(() => import("./connections/connections-page"), WHOLE);
const NewConnection = lazy(() => import("./connections/setup/new-connection-page"), WHOLE);
const Setup = lazy(() => import("./connections/setup/setup-page"), WHOLE);
const Join = lazy(() => import("./accounts/join-page"), WHOLE);
const ForgotPassword = lazy(() => import("./accounts/forgot-password-page"), WHOLE);
const ConfirmEmail = lazy(() => import("./accounts/confirm-email-page"), WHOLE);
const YourAccount = lazy(() => import("./accounts/your-account-page"), WHOLE);
const ResetPassword = lazy(() => import("./accounts/reset-password-page"), WHOLE);
const Help = lazy(() => withPart("help", import("./help/help-page")), WHOLE);
const Outbox = lazy(() => import("./accounts/mails-page"), WHOLE);
const ProofDialog = lazy(() => import("./accounts/proof-dialog"));
const NotFound = lazy(() => import("./shell/not-found"), WHOLE);

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
