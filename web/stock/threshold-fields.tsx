import { LOW_STOCK_ACTIONS } from "../../src/domain/stock/product-rule";
import { Choice } from "../ui/choice";
import { TextField } from "../ui/field";
import { Notice } from "../ui/notice";
import { t } from "./texts";
import { fromTyped, type TypedThreshold } from "./threshold";

interface ThresholdFieldsProps {
  name: string;
  typed: TypedThreshold;
  onChange: (change: Partial<TypedThreshold>) => void;
  /** Whether "none" is offered beside the actions. */
  mayBeOff: boolean;
  /** False: by the sync rules no stock is sent. */
  isStockSent: boolean;
}

/** What happens while a SKU is low, and from how many units on it is. */
export function ThresholdFields(props: ThresholdFieldsProps) {
  const { name, typed, onChange, mayBeOff, isStockSent } = props;
  const off = mayBeOff ? [{ value: "off", label: t("stock.action.off") }] : [];
  return (
    <>
      <Choice
        legend={t("stock.when")}
        name={name}
        value={typed.action}
        options={[
          ...off,
          ...LOW_STOCK_ACTIONS.map((value) => ({
            value,
            label: t(`stock.action.${value}`),
            hint: t(`stock.action.${value}Hint`),
          })),
        ]}
        onChange={(value) => {
          onChange({ action: LOW_STOCK_ACTIONS.find((known) => known === value) ?? "off" });
        }}
      />
      {typed.action !== "off" && (
        <TextField
          label={t("stock.threshold")}
          hint={t("stock.thresholdHint")}
          error={fromTyped(typed) === undefined ? t("stock.thresholdInvalid") : undefined}
          inputMode="numeric"
          value={typed.threshold}
          onInput={(threshold) => onChange({ threshold })}
        />
      )}
      {typed.action === "out_of_stock" && !isStockSent && (
        <Notice tone="warn" title={t("stock.notSent")} />
      )}
    </>
  );
}
