import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Answer } from "../api/client";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useResource } from "../data/use-resource";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/states";
import { AuthFrame } from "./auth-frame";
import { useLinkValue, withLinkValue } from "./link-token";
import { SignUpForm } from "./sign-up-form";
import { useSignIn } from "./sign-in";

type Invitation = Answer<"POST /api/invitations/read">;

/** Where the link in the mail of an invitation leads: to a sign-up, or for who is signed in to one press. */
export default function Join() {
  const { client } = useApp();
  const token = useLinkValue("token");
  const invitation = useResource(
    () => client.call("POST /api/invitations/read", { body: { token } }),
    [client, token],
  );
  return (
    <AuthFrame title={t("account.joinTitle")}>
      <Loaded resource={invitation}>
        {(value) => <Invited invitation={value} token={token} />}
      </Loaded>
    </AuthFrame>
  );
}

interface InvitedProps {
  invitation: Invitation;
  token: string;
}

function Invited({ invitation, token }: InvitedProps) {
  const { session } = useApp();
  const { route } = useLocation();
  const { account, inviter, email } = invitation;
  const state = session.state.value;
  const isSignedIn = state === "member" || state === "outsider";
  const me = session.me.value;
  useEffect(() => {
    if (me?.account.name === account && me.user.email === email) route("/connections", true);
  }, [me]);
  return (
    <>
      <p>{t("account.joinText", { account, inviter, email })}</p>
      {state === "loading" && <Skeleton />}
      {isSignedIn && <JoinForm token={token} />}
      {state === "guest" && (
        <>
          <SignUpForm invitation={{ token, email }} />
          <p>
            {t("account.hasAccount")}{" "}
            <a href={withLinkValue("/login", "next", withLinkValue("/join", "token", token))}>
              {t("account.logIn")}
            </a>
          </p>
        </>
      )}
    </>
  );
}

/** One press for who is signed in; somebody else's link is refused with what to do. */
function JoinForm({ token }: { token: string }) {
  const { session } = useApp();
  const signIn = useSignIn();
  const { route } = useLocation();
  const { isBusy, refusal, send } = useSubmission();
  const join = async () => {
    if (await send(() => signIn.join(token))) route("/connections", true);
  };
  return (
    <div class="form">
      <SubmitProblem of={refusal} />
      <Button variant="primary" isBusy={isBusy.value} onClick={() => void join()}>
        {t("account.join")}
      </Button>
      <Button onClick={() => void session.signOut()}>{t("account.joinAsOther")}</Button>
    </div>
  );
}
