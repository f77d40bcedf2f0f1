import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { usePolling } from "../../data/polling";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { CopyField } from "../../ui/copy-field";
import { Card } from "../../ui/page";
import { ModuleSteps } from "../setup/module-steps";
import { PairingAddress } from "../setup/pairing-address";
import { RotateSecret } from "./rotate-secret";
import { WebhookSecret } from "./webhook-secret";

const CHECK_MS = 3_000;

/** The transport between Weft and the store, how to connect its module, and the secret both sign with. */
export function ModuleSettings({ detail }: { detail: ConnectionDetail }) {
  const { moduleVersion } = detail;
  return (
    <Card title={t("settings.webhook")} id="webhook">
      <dl class="facts">
        <dt>{t("settings.way")}</dt>
        <dd class="stack-tight">
          <span>
            <Badge tone={moduleVersion ? "good" : "warn"}>
              {moduleVersion
                ? t("settings.wayModule", { version: moduleVersion })
                : t("settings.wayWebservice")}
            </Badge>
          </span>
          <span class="soft small">
            {t(moduleVersion ? "settings.wayModuleText" : "settings.wayWebserviceText")}
          </span>
        </dd>
      </dl>
      <ModuleInstall detail={detail} />
      <hr />
      <RotateSecret detail={detail} />
      <details class="disclosure">
        <summary>{t("settings.otherSender")}</summary>
        <div class="stack">
          <p class="soft">
            {t("settings.otherSenderText")} <a href="/help/developers">{t("wizard.webhookHow")}</a>
          </p>
          <CopyField label={t("wizard.webhookUrl")} value={detail.webhookUrl} />
          <WebhookSecret />
        </div>
      </details>
    </Card>
  );
}

/** The steps and the address; made only when asked for, because an address is good for an hour. */
function ModuleInstall({ detail }: { detail: ConnectionDetail }) {
  const isOpen = useSignal(false);
  if (isOpen.value)
    return <OpenInstall detail={detail} onConnected={() => (isOpen.value = false)} />;
  return (
    <div>
      <Button onClick={() => (isOpen.value = true)}>
        {t(detail.moduleVersion ? "settings.moduleAgain" : "settings.moduleInstall")}
      </Button>
    </div>
  );
}

interface OpenInstallProps {
  detail: ConnectionDetail;
  onConnected: () => void;
}

/** Polls until a module has used the address and answers. */
function OpenInstall({ detail, onConnected }: OpenInstallProps) {
  const { detail: resource } = useConnection();
  const { say } = useApp();
  const { pairedAt, moduleVersion } = detail;
  const pairedBefore = useMemo(() => pairedAt, []);
  const isConnected = moduleVersion !== null && pairedAt !== null && pairedAt !== pairedBefore;
  usePolling(!isConnected, CHECK_MS, resource.reload);
  useEffect(() => {
    if (!isConnected) return;
    say(t("settings.moduleConnected"));
    onConnected();
  }, [isConnected]);
  return <ModuleSteps address={<PairingAddress detail={detail} />} />;
}
