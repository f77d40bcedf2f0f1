import type { ConnectionDetail } from "../../src/http/api";
import { t } from "../i18n/t";
import { usePolling } from "../models/polling";
import type { Resource } from "../models/resource";
import { Progress } from "../ui/progress";

const LOOK_MS = 3_000;

interface StoreWaitProps {
  resource: Resource<ConnectionDetail>;
  detail: ConnectionDetail;
  /** The store answered a real call with the key it handed over. */
  onConnected: () => void;
}

/** Looks until the store has connected itself, and says how far it is. */
export function StoreWait({ resource, detail, onConnected }: StoreWaitProps) {
  usePolling(true, LOOK_MS, async () => {
    await resource.reload();
    if (resource.value.value?.hasSourceKey) onConnected();
  });
  const isPaired = detail.pairedAt !== null;
  return (
    <div class="stack-tight">
      <Progress label={t("wizard.waiting")} />
      <div role="status">
        <p>
          <strong>{t(isPaired ? "wizard.paired" : "wizard.waiting")}</strong>
        </p>
        <p class="soft small">{t(isPaired ? "wizard.pairedText" : "wizard.waitingText")}</p>
      </div>
    </div>
  );
}
