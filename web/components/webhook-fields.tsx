import type { ConnectionDetail } from "../../src/http/api";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { CopyField } from "../ui/copy-field";

/** Written by the build; test/scripts holds its content to the wire format. */
const MODULE_HREF = "/downloads/weft-prestashop.zip";

/** The PrestaShop module and the two values it asks for; any other sender needs the same two. */
export function WebhookFields({ detail }: { detail: ConnectionDetail }) {
  return (
    <div class="stack">
      <p class="soft">
        {t("wizard.webhookText")} <a href="/help#webhook">{t("wizard.webhookHow")}</a>
      </p>
      <ol class="numbered">
        <li>{t("wizard.moduleInstall")}</li>
        <li>{t("wizard.moduleConfigure")}</li>
        <li>{t("wizard.moduleTest")}</li>
      </ol>
      <div>
        <LinkButton href={MODULE_HREF} download>
          {t("wizard.moduleDownload")}
        </LinkButton>
      </div>
      <CopyField label={t("wizard.webhookUrl")} value={detail.webhookUrl} />
      <CopyField label={t("wizard.webhookSecret")} value={detail.webhookSecret} />
    </div>
  );
}
