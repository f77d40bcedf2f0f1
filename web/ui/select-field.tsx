import { useId } from "preact/hooks";
import { describedBy, Notes, type FieldFrame } from "./field-notes";
import "./field.css";

interface SelectFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  isLabelHidden?: boolean;
}

/** A labelled list of choices. */
export function SelectField(props: SelectFieldProps) {
  const id = useId();
  const { label, hint, error, value, onChange, options, isLabelHidden } = props;
  return (
    <div class="field">
      <label class={isLabelHidden ? "visually-hidden" : "field-label"} for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input select"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}
