import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { fromPackageForm, toPackageForm, type PackageForm } from "./package-form";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

const FIELDS: readonly { key: keyof PackageForm; unit: string }[] = [
  { key: "length", unit: "cm" },
  { key: "width", unit: "cm" },
  { key: "height", unit: "cm" },
  { key: "weight", unit: "g" },
];

export function PackageSettings({ detail }: { detail: ConnectionDetail }) {
  const form = useSignal(toPackageForm(detail.settings.packageDefaults));
  const isChecked = useSignal(false);
  const fill = ({ settings }: ConnectionDetail) => {
    form.value = toPackageForm(settings.packageDefaults);
  };
  const saving = useSave({ detail, fill });
  const { isBusy, save } = saving;
  const parsed = fromPackageForm(form.value);
  const submit = () => {
    isChecked.value = true;
    return parsed ? save({ settings: { packageDefaults: parsed } }) : undefined;
  };
  useUnsaved(saving, form.value, { section: t("settings.package"), submit });
  return (
    <Card title={t("settings.package")} id="package">
      <p class="soft">{t("settings.packageText")}</p>
      {!detail.settings.packageDefaults && <p>{t("settings.packageProposed")}</p>}
      <form class="form" onSubmit={onSubmit(() => void submit())} noValidate>
        <div class="settings-grid">
          {FIELDS.map(({ key, unit }) => (
            <TextField
              key={key}
              label={t(`settings.${key}`)}
              unit={unit}
              inputMode="numeric"
              isRequired
              value={form.value[key]}
              onInput={(value) => {
                form.value = { ...form.value, [key]: value };
              }}
            />
          ))}
        </div>
        {isChecked.value && !parsed && (
          <p class="field-error" role="alert">
            {t("settings.packageInvalid")}
          </p>
        )}
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("settings.savePackage")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
