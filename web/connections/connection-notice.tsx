import { t } from "../i18n/t";
import { useConnection } from "./connection";
import { Button, LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";

/** Says loudly when nothing is synced, and how to change that. */
export function ConnectionNotice() {
  const { base, model, detail } = useConnection();
  const connection = detail.value.value;
  if (connection?.state === "disconnected")
    return (
      <Notice
        tone="bad"
        title={t("home.disconnected")}
        actions={
          <LinkButton variant="primary" href={`${base}/settings#channel`}>
            {t("home.reauthorize")}
          </LinkButton>
        }
      >
        <p>{t("home.disconnectedText")}</p>
      </Notice>
    );
  if (connection?.state === "paused")
    return (
      <Notice
        tone="warn"
        title={t("home.paused")}
        actions={
          <Button isBusy={model.isSaving.value} onClick={() => void model.pause(false)}>
            {t("home.resume")}
          </Button>
        }
      >
        <p>{t("home.pausedText")}</p>
      </Notice>
    );
  return null;
}
