import { t } from "./texts";
import { Notice } from "../ui/notice";

/** On a developer's own machine mails land in the outbox page. */
const isLocal = ["localhost", "127.0.0.1"].includes(location.hostname);

/** A sign-up goes on by the link of its mail. */
export function MailSent({ email }: { email: string }) {
  return (
    <Notice tone="good" title={t("account.linkSent")} isLive>
      <p>{t("account.confirmSent", { email })}</p>
      {isLocal && <a href="/outbox">{t("account.openOutbox")}</a>}
    </Notice>
  );
}
