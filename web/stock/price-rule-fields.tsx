import { PRICE_BASES } from "../../src/domain/stock/price-rule";
import { CheckField } from "../ui/check-field";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";
import { t } from "./price-texts";
import { ROUNDINGS, type PriceField, type TypedPriceRule } from "./typed-price-rule";

interface PriceRuleFieldsProps {
  typed: TypedPriceRule;
  wrong: readonly PriceField[];
  currency: string;
  onChange: (change: Partial<TypedPriceRule>) => void;
}

/** What is made of a price, in the order in which it is done. */
export function PriceRuleFields({ typed, wrong, currency, onChange }: PriceRuleFieldsProps) {
  const invalid = (field: PriceField) =>
    wrong.includes(field)
      ? t(field === "percent" ? "prices.percentInvalid" : "prices.amountInvalid")
      : undefined;
  return (
    <>
      <SelectField
        label={t("prices.base")}
        value={typed.base}
        options={PRICE_BASES.map((value) => ({ value, label: t(`prices.base.${value}`) }))}
        onChange={(value) => onChange({ base: value === "regular" ? "regular" : "reduced" })}
      />
      <div class="details-grid">
        <TextField
          label={t("prices.percent")}
          hint={t("prices.percentHint")}
          error={invalid("percent")}
          unit="%"
          value={typed.percent}
          onInput={(percent) => onChange({ percent })}
        />
        <TextField
          label={t("prices.added")}
          hint={t("prices.addedHint")}
          error={invalid("added")}
          unit={currency}
          value={typed.added}
          onInput={(added) => onChange({ added })}
        />
        <SelectField
          label={t("prices.rounding")}
          value={typed.rounding}
          options={ROUNDINGS.map((value) => ({ value, label: t(`prices.rounding.${value}`) }))}
          onChange={(value) =>
            onChange({ rounding: ROUNDINGS.find((known) => known === value) ?? "minor" })
          }
        />
        {typed.rounding === "step" && (
          <TextField
            label={t("prices.step")}
            hint={t("prices.stepHint")}
            error={invalid("step")}
            unit={currency}
            value={typed.step}
            onInput={(step) => onChange({ step })}
          />
        )}
        <TextField
          label={t("prices.floor")}
          hint={t("prices.floorHint")}
          error={invalid("floor")}
          unit={currency}
          value={typed.floor}
          onInput={(floor) => onChange({ floor })}
        />
      </div>
      <CheckField
        label={t("prices.storeFloor")}
        isChecked={typed.isStorePriceFloor}
        onChange={(isStorePriceFloor) => onChange({ isStorePriceFloor })}
      />
    </>
  );
}
