import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

interface CheckFieldProps {
  label: ComponentChildren;
  hint?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick, and what it is for. */
export function CheckField({ label, hint, isChecked, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check-field">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
