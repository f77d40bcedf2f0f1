import type { ConnectionDetail } from "../../../src/contract/connections";
import { CheckField } from "../../ui/check-field";
import { Card } from "../../ui/page";
import { t } from "./order-handling-texts";
import { SaveProblem } from "./save-problem";
import { useSave } from "./use-save";

/** What happens to orders by itself: each switch is saved as it is turned. */
export function OrderHandling({ detail }: { detail: ConnectionDetail }) {
  const saving = useSave({ detail });
  const { retriesOrders, archivesCancelled } = detail.settings;
  return (
    <Card title={t("orderHandling.title")} id="order-handling">
      <CheckField
        label={t("settings.retriesOrders")}
        hint={t("orderHandling.retries")}
        isChecked={retriesOrders}
        onChange={(isOn) => void saving.save({ settings: { retriesOrders: isOn } })}
      />
      <CheckField
        label={t("settings.archivesCancelled")}
        hint={t("orderHandling.archives")}
        isChecked={archivesCancelled}
        onChange={(isOn) => void saving.save({ settings: { archivesCancelled: isOn } })}
      />
      <p>
        <strong>{t("orderHandling.platform")}</strong>
      </p>
      <p class="field-hint">{t("orderHandling.platformText")}</p>
      <SaveProblem of={saving} />
    </Card>
  );
}
