import { t } from "./texts";
import type { AttributeDemand } from "../../src/contract/demands";
import { MAX_VALUE_LENGTH, toValue, valueFault, type AttributeValue } from "./details";
import { IconButton } from "../ui/button";
import { Combobox } from "../ui/later-combobox";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";

interface AttributeFieldProps {
  rule: AttributeDemand;
  /** Now, also by what another attribute says. */
  isRequired: boolean;
  values: readonly AttributeValue[];
  onChange: (values: readonly AttributeValue[]) => void;
}

/** Up to this many values a plain list is quicker than typing. */
const LIST_LIMIT = 12;

/** One attribute: free text, a short list, or a combobox with chips for what is chosen. */
export function AttributeField({ rule, isRequired, values, onChange }: AttributeFieldProps) {
  const label = isRequired ? `${rule.name} *` : rule.name;
  const first = values[0];
  const fault = valueFault(rule, values);
  const error = fault && t(`details.notTaken.${fault}`);
  if (rule.values.length === 0)
    return (
      <TextField
        label={label}
        isRequired={isRequired}
        hint={rule.format && t("details.number")}
        error={error}
        maxLength={MAX_VALUE_LENGTH}
        value={first?.name ?? ""}
        onInput={(typed) => onChange(typed ? [{ name: typed }] : [])}
      />
    );
  if (!rule.isMultiple && !rule.isCustomizable && rule.values.length <= LIST_LIMIT)
    return (
      <SelectField
        label={label}
        error={error}
        value={first?.id ?? ""}
        options={[
          { value: "", label: t("product.choose") },
          ...rule.values.map((value) => ({ value: value.id, label: value.name })),
        ]}
        onChange={(id) => {
          const chosen = rule.values.find((value) => value.id === id);
          onChange(chosen ? [chosen] : []);
        }}
      />
    );
  const add = (typed: string) => {
    const value = toValue(rule, typed);
    if (!value) return;
    const others = values.filter((one) => one.name !== value.name);
    onChange(rule.isMultiple ? [...others, value] : [value]);
  };
  return (
    <div class="stack-tight">
      <Combobox
        label={label}
        options={rule.values.map((value) => value.name)}
        allowsOther={rule.isCustomizable}
        onPick={add}
      />
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {values.length > 0 && (
        <ul class="attribute-values">
          {values.map((value) => (
            <li key={value.id ?? value.name} class="attribute-value">
              {value.name ?? value.id}
              <IconButton
                icon="close"
                label={t("details.removeValue", { value: value.name ?? value.id ?? "" })}
                onClick={() => onChange(values.filter((one) => one !== value))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
