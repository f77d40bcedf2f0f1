import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { AuthFrame } from "./auth-frame";
import { DeletePerson } from "./delete-person";
import { t } from "./texts";

/** What a person sees whose last account is gone: a new one, the end of the login, or the way out. */
export default function NoAccount() {
  const { client, session, proof } = useApp();
  const { route } = useLocation();
  const isDeleting = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const email = String(session.error.value?.facts["email"] ?? "");
  const open = async () => {
    if (await send(() => client.call("POST /api/account", { body: {} }))) await session.load();
  };
  const logOut = async () => {
    if (await send(session.signOut)) route("/login", true);
  };
  return (
    <AuthFrame
      title={t("account.none")}
      foot={
        <div class="row">
          <Button variant="quiet" onClick={() => void logOut()}>
            {t("nav.logOut")}
          </Button>
        </div>
      }
    >
      <p>{t("account.noneText", { email })}</p>
      <SubmitProblem of={refusal} />
      <Button variant="primary" isBusy={isBusy.value} onClick={() => void open()}>
        {t("account.openOwn")}
      </Button>
      <Button
        onClick={() => {
          isDeleting.value = true;
        }}
      >
        {t("account.deletePerson")}
      </Button>
      {isDeleting.value && !proof.isAsked.value && (
        <DeletePerson
          email={email}
          onClose={() => {
            isDeleting.value = false;
          }}
        />
      )}
    </AuthFrame>
  );
}
