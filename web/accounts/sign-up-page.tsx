import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { AuthFrame } from "./auth-frame";
import { SignUpForm } from "./sign-up-form";

export default function SignUp() {
  const { session } = useApp();
  const { route } = useLocation();
  const isMember = session.state.value === "member";
  useEffect(() => {
    if (isMember) route("/connections", true);
  }, [isMember]);
  return (
    <AuthFrame
      title={t("account.signUpTitle")}
      foot={
        <p>
          {t("account.hasAccount")} <a href="/login">{t("account.logIn")}</a>
        </p>
      }
    >
      <SignUpForm />
    </AuthFrame>
  );
}
