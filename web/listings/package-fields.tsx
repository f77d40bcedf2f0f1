import { TextField } from "../ui/field";
import { MEASURES, type PackageForm } from "./package-form";
import { t } from "./texts";

interface PackageFieldsProps {
  form: PackageForm;
  isWrong: boolean;
  onChange: (form: PackageForm) => void;
}

/** Size and weight of the parcel; what is left empty counts as the store or the settings say. */
export function PackageFields({ form, isWrong, onChange }: PackageFieldsProps) {
  return (
    <fieldset class="stack-tight" id="package">
      <legend class="field-label">{t("details.package")}</legend>
      <p class="soft small">{t("details.packageText")}</p>
      <div class="details-grid">
        {MEASURES.map(({ key, unit }) => (
          <TextField
            key={key}
            label={t(`details.${key}`)}
            unit={unit}
            inputMode="numeric"
            value={form[key]}
            onInput={(typed) => onChange({ ...form, [key]: typed })}
          />
        ))}
      </div>
      {isWrong && (
        <p class="field-error" role="alert">
          {t("details.packageInvalid")}
        </p>
      )}
    </fieldset>
  );
}
