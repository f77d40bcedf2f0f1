import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { CheckField } from "../../ui/check-field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

export function StockSettings({ detail }: { detail: ConnectionDetail }) {
  const holdBack = useSignal(String(detail.settings.holdBack));
  const fill = ({ settings }: ConnectionDetail) => {
    holdBack.value = String(settings.holdBack);
  };
  const typing = useSave({ detail, fill });
  const switches = useSave({ detail });
  const isWhole = /^\d{1,6}$/.test(holdBack.value.trim());
  const submit = () =>
    isWhole ? typing.save({ settings: { holdBack: Number(holdBack.value) } }) : undefined;
  useUnsaved(typing, holdBack.value, { section: t("settings.stock"), submit });
  return (
    <Card title={t("settings.stock")} id="stock">
      <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
        <TextField
          label={t("settings.holdBack")}
          hint={t("settings.holdBackHint")}
          error={isWhole ? undefined : t("settings.holdBackInvalid")}
          inputMode="numeric"
          value={holdBack.value}
          onInput={(value) => {
            holdBack.value = value;
          }}
        />
        <SaveProblem of={typing} />
        <div class="form-actions">
          <Button
            type="submit"
            isBusy={typing.isBusy.value}
            label={`${t("common.save")}: ${t("settings.holdBack")}`}
          >
            {t("settings.saveHoldBack")}
          </Button>
        </div>
      </form>
      <hr />
      <CheckField
        label={t("settings.pullNewProducts")}
        hint={t("settings.pullNewHint")}
        isChecked={detail.settings.pullNewProducts}
        onChange={(pullNewProducts) => void switches.save({ settings: { pullNewProducts } })}
      />
      <CheckField
        label={t("settings.acceptSuggestions")}
        hint={t("settings.acceptSuggestionsHint")}
        isChecked={detail.settings.acceptSuggestions}
        onChange={(acceptSuggestions) => void switches.save({ settings: { acceptSuggestions } })}
      />
      <SaveProblem of={switches} />
    </Card>
  );
}
