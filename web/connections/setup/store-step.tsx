import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { SourceCheck } from "../../../src/contract/wizard";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import type { ConnectionModel } from "../connection";
import { Button } from "../../ui/button";
import { Card } from "../../ui/page";
import { ModuleSteps } from "./module-steps";
import { PairingAddress } from "./pairing-address";
import { StoreDone } from "./store-done";
import { StoreForm, StoreHelp } from "./store-form";
import { StoreWait } from "./store-wait";

interface StoreStepProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
  onDone: () => void;
}

/** Step 2: the store answers a real call before anybody may go on; by its module, or by hand. */
export function StoreStep({ detail, model, onDone }: StoreStepProps) {
  const { say } = useApp();
  const checked = useSignal<SourceCheck | null>(null);
  const nextButton = useRef<HTMLButtonElement>(null);
  const isConnected = detail.hasSourceKey && Boolean(detail.sourceStoreName);
  // The form is far below what its success brings up.
  useEffect(() => {
    if (checked.value) nextButton.current?.focus();
  }, [checked.value, isConnected]);
  const next = (
    <Button
      variant={isConnected ? "primary" : "secondary"}
      buttonRef={nextButton}
      isDisabled={!detail.hasSourceKey}
      onClick={onDone}
    >
      {t("wizard.continueToChannel")}
    </Button>
  );
  return (
    <>
      <StoreDone detail={detail} isLive={checked.value !== null} actions={next} />
      <Card title={t("wizard.moduleTitle")}>
        <p class="soft">{t("wizard.moduleText")}</p>
        <ModuleSteps
          isPrimary={!detail.hasSourceKey}
          address={<PairingAddress detail={detail} />}
        />
        {!detail.hasSourceKey && (
          <StoreWait
            model={model}
            detail={detail}
            onConnected={() => {
              if (checked.value) return;
              say(t("wizard.connected"));
              onDone();
            }}
          />
        )}
      </Card>
      <Card title={t("wizard.byHandTitle")}>
        <p class="soft">{t("wizard.byHandText")}</p>
        <StoreForm
          detail={detail}
          model={model}
          submitLabel={t("wizard.check")}
          isSecondary
          onChecked={(value) => {
            checked.value = value;
          }}
        />
        <StoreHelp />
      </Card>
      {!isConnected && (
        <div class="form-actions">
          {next}
          {!detail.hasSourceKey && <span class="soft small">{t("wizard.continueWhy")}</span>}
        </div>
      )}
    </>
  );
}
