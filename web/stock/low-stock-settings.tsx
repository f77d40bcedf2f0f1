import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../src/contract/connections";
import { SaveProblem } from "../connections/settings/save-problem";
import { useUnsaved } from "../connections/settings/unsaved";
import { useSave } from "../connections/settings/use-save";
import { onSubmit } from "../data/submission";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { t } from "./texts";
import { fromTyped, toTyped } from "./threshold";
import { ThresholdFields } from "./threshold-fields";

/** The threshold of all products. */
export function LowStockSettings({ detail }: { detail: ConnectionDetail }) {
  const typed = useSignal(toTyped(detail.settings.lowStock));
  const fill = ({ settings }: ConnectionDetail) => {
    typed.value = toTyped(settings.lowStock);
  };
  const saving = useSave({ detail, fill });
  const submit = () => {
    const lowStock = fromTyped(typed.value);
    return lowStock === undefined ? undefined : saving.save({ settings: { lowStock } });
  };
  useUnsaved(saving, typed.value, { section: t("stock.low"), submit });
  return (
    <Card title={t("stock.low")} id="lowStock">
      <p class="soft">{t("stock.lowText")}</p>
      <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
        <ThresholdFields
          name="low-stock"
          typed={typed.value}
          mayBeOff
          isStockSent={detail.settings.syncRules.update.stock === "source"}
          onChange={(change) => {
            typed.value = { ...typed.value, ...change };
          }}
        />
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("stock.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
