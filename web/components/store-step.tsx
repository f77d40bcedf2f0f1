import { useSignal } from "@preact/signals";
import type { ConnectionDetail, SourceCheck } from "../../src/http/api";
import { t } from "../i18n/t";
import type { ConnectionModel } from "../models/connection";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Card } from "../ui/page";
import { StoreForm, StoreHelp } from "./store-form";
import { WebhookFields } from "./webhook-fields";

interface StoreStepProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
  onDone: () => void;
}

/** Step 2: the store answers a real call before anybody may go on. */
export function StoreStep({ detail, model, onDone }: StoreStepProps) {
  const checked = useSignal<SourceCheck | null>(null);
  const check = checked.value;
  const shop = check?.shopName ?? detail.sourceShopName;
  const version = check?.version ?? detail.sourceVersion ?? "";
  return (
    <>
      <Card title={t("wizard.step.store")}>
        <StoreForm
          detail={detail}
          model={model}
          submitLabel={t("wizard.check")}
          onChecked={(value) => {
            checked.value = value;
          }}
        />
        {shop && detail.hasSourceKey && (
          <Notice tone="good" title={t("wizard.checkedTitle")} isLive={check !== null}>
            <p>{t("wizard.checkedText", { shop, version })}</p>
          </Notice>
        )}
        <StoreHelp />
      </Card>
      <Card title={t("wizard.webhookTitle")}>
        <WebhookFields detail={detail} />
      </Card>
      <div class="form-actions">
        <Button
          variant={detail.hasSourceKey ? "primary" : "secondary"}
          isDisabled={!detail.hasSourceKey}
          onClick={onDone}
        >
          {t("wizard.continueToChannel")}
        </Button>
      </div>
    </>
  );
}
