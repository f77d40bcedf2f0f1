import { t } from "../i18n/t";
import { Notice } from "../ui/notice";

/** What came of the trip to TikTok, as the address says on the way back. */
export function AuthorizationNotice({ outcome }: { outcome: string | undefined }) {
  if (!outcome || outcome === "done" || outcome === "ok") return null;
  const known = (["refused", "mismatch", "taken"] as const).find((one) => one === outcome);
  if (!known)
    return (
      <Notice tone="bad" title={t("wizard.failedTitle")} isLive>
        <p>{t("wizard.failedText")}</p>
      </Notice>
    );
  return (
    <Notice tone="warn" title={t(`wizard.${known}Title`)} isLive>
      <p>{t(`wizard.${known}Text`)}</p>
    </Notice>
  );
}
