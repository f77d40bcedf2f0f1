import { t } from "../home/texts";
import { useConnection } from "./connection";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** Says loudly that nothing is synced because somebody paused it; a lost authorisation is a thing to do. */
export function ConnectionNotice() {
  const { model, detail } = useConnection();
  const connection = detail.value.value;
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
