import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import type { ConnectionModel } from "../connection";
import { usePolling } from "../../data/polling";
import { Progress } from "../../ui/progress";

const CHECK_MS = 3_000;

interface StoreWaitProps {
  model: InstanceType<typeof ConnectionModel>;
  detail: ConnectionDetail;
  /** The store answered a real call with the key it handed over. */
  onConnected: () => void;
}

/** Polls until the store has connected itself, and says how far it is. */
export function StoreWait({ model, detail, onConnected }: StoreWaitProps) {
  usePolling(true, CHECK_MS, async () => {
    // A check by hand says itself how it ended, also one that began while this call was under way.
    if (model.isSaving.value) return;
    await model.detail.reload();
    if (!model.isSaving.value && model.detail.value.value?.hasSourceKey) onConnected();
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
