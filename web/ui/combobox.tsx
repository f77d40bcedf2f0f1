import * as combobox from "@zag-js/combobox";
import { normalizeProps, useMachine } from "@zag-js/preact";
import { useId, useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { foldText } from "../../src/domain/search-text";
import { t } from "../i18n/t";
import { Icon } from "./icon";
import "./combobox.css";

interface ComboboxProps {
  label: string;
  options: readonly string[];
  /** What is no option may be picked, too. */
  allowsOther: boolean;
  placeholder?: string;
  /** Said where no option fits. */
  emptyText?: string;
  /** Receives what is typed and brings the options that fit; without it they are filtered here. */
  onType?: (text: string) => void;
  onPick: (value: string) => void;
}

const SHOWN = 60;

/** Type to find one of many options; picking empties the field for the next one. */
export default function Combobox(props: ComboboxProps) {
  const { label, allowsOther, placeholder, emptyText, onPick } = props;
  const { found, typed, api } = useCombobox(props);
  const { role: _, ...inputProps } = api.getInputProps();
  const takeTyped = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !allowsOther || api.highlightedValue) return;
    event.preventDefault();
    if (typed.value.trim()) onPick(typed.value);
    api.setInputValue("");
  };
  return (
    <div {...api.getRootProps()} class="field">
      <label {...api.getLabelProps()} class="field-label">
        {label}
      </label>
      <div {...api.getControlProps()} class="combobox-control" onKeyDown={takeTyped}>
        <input
          {...inputProps}
          type="text"
          role="combobox"
          class="input"
          placeholder={placeholder ?? t("product.choose")}
        />
        <button {...api.getTriggerProps()} class="combobox-trigger" aria-label={label}>
          <Icon name="down" />
        </button>
      </div>
      <div {...api.getPositionerProps()} class="combobox-positioner">
        <ul {...api.getContentProps()} class="combobox-list">
          {found.map((item) => (
            <li key={item} {...api.getItemProps({ item })} class="combobox-item">
              {item}
            </li>
          ))}
          {found.length === 0 && (
            <li class="combobox-item soft">{emptyText ?? t("product.noValue")}</li>
          )}
        </ul>
      </div>
    </div>
  );
}

/** What is typed, the options that fit it, and the attributes that make it a combobox. */
function useCombobox({ options, allowsOther, onType, onPick }: ComboboxProps) {
  const typed = useSignal("");
  const isFiltered = onType !== undefined;
  const found = useMemo(() => {
    if (isFiltered) return options.slice(0, SHOWN);
    const text = foldText(typed.value);
    return options.filter((option) => foldText(option).includes(text)).slice(0, SHOWN);
  }, [options, typed.value, isFiltered]);
  const collection = combobox.collection({
    items: [...found],
    itemToValue: (item) => item,
    itemToString: (item) => item,
  });
  const service = useMachine(combobox.machine, {
    id: useId(),
    collection,
    allowCustomValue: allowsOther,
    selectionBehavior: "clear",
    openOnClick: true,
    value: [],
    onInputValueChange: ({ inputValue }) => {
      typed.value = inputValue;
      onType?.(inputValue);
    },
    onValueChange: ({ value }) => {
      const [picked] = value;
      if (picked) onPick(String(picked));
    },
  });
  return { found, typed, api: combobox.connect(service, normalizeProps) };
}
