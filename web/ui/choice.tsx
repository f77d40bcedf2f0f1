import { useId } from "preact/hooks";
import "./field.css";

interface ChoiceProps {
  legend: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string; hint?: string; isDisabled?: boolean }[];
}

/** A group of radio buttons drawn as cards. */
export function Choice({ legend, name, value, onChange, options }: ChoiceProps) {
  const id = useId();
  const idOf = (option: string, part: "label" | "hint") => `${id}-${option}-${part}`;
  return (
    <fieldset class="choice">
      <legend class="field-label">{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.isDisabled}
              aria-labelledby={idOf(option.value, "label")}
              aria-describedby={option.hint && idOf(option.value, "hint")}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span id={idOf(option.value, "label")}>{option.label}</span>
              {option.hint && (
                <span class="field-hint" id={idOf(option.value, "hint")}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
