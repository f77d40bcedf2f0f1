import { useLocation } from "preact-iso/router";
import { useApp } from "../shell/app";
import { TypedDialog } from "../ui/later-typed-dialog";
import { t } from "./texts";

/** Asks for the e-mail before the login ends. */
export function DeletePerson({ email, onClose }: { email: string; onClose: () => void }) {
  const { client } = useApp();
  return (
    <TypedDialog
      title={t("account.deletePerson")}
      text={t("account.deletePersonText")}
      name={email}
      confirm={t("account.deletePerson")}
      onSend={(confirmEmail) => client.call("DELETE /api/me", { body: { confirmEmail } })}
      onDone={useGone()}
      onClose={onClose}
    />
  );
}

/** What follows: nobody is signed in any more. */
export function useGone(): () => void {
  const { session, say } = useApp();
  const { route } = useLocation();
  return () => {
    session.leave();
    say(t("account.deleted"));
    route("/login", true);
  };
}
