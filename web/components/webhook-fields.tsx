import type { ConnectionDetail } from "../../src/http/api";
import { t } from "../i18n/t";
import { CopyField } from "../ui/copy-field";

/** What a sender of events needs to know. */
export function WebhookFields({ detail }: { detail: ConnectionDetail }) {
  return (
    <div class="stack">
      <p class="soft">
        {t("wizard.webhookText")} <a href="/help#webhook">{t("wizard.webhookHow")}</a>
      </p>
      <CopyField label={t("wizard.webhookUrl")} value={detail.webhookUrl} />
      <CopyField label={t("wizard.webhookSecret")} value={detail.webhookSecret} />
    </div>
  );
}
