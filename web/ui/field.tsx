import type { Ref } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../i18n/t";
import { describedBy, Notes, type FieldFrame } from "./field-notes";
import "./field.css";

interface TextFieldProps extends FieldFrame {
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "email" | "password" | "url" | "search" | "number" | "date";
  name?: string;
  autoComplete?: string;
  isRequired?: boolean;
  isReadOnly?: boolean;
  placeholder?: string;
  min?: string;
  max?: string;
  maxLength?: number;
  unit?: string;
  inputMode?: "numeric" | "url" | "email" | "text";
  isLabelHidden?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled input whose hint and error are tied to it. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { label, hint, value, onInput, type = "text", unit, isLabelHidden } = props;
  const [isShown, setIsShown] = useState(false);
  const [invalid, setInvalid] = useState<string>();
  const error = props.error ?? invalid;
  return (
    <div class="field">
      <label class={isLabelHidden ? "visually-hidden" : "field-label"} for={id}>
        {label}
      </label>
      <div class="field-box">
        <input
          id={id}
          ref={props.inputRef}
          class="input"
          // Preact's types tie the type to a role; none is set here.
          type={(isShown ? "text" : type) as "text"}
          name={props.name}
          value={value}
          autocomplete={props.autoComplete ?? "off"}
          required={props.isRequired}
          readOnly={props.isReadOnly}
          placeholder={props.placeholder}
          min={props.min}
          max={props.max}
          maxLength={props.maxLength}
          inputMode={props.inputMode}
          spellcheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          onInput={(event) => {
            setInvalid(undefined);
            onInput(event.currentTarget.value);
          }}
          onInvalid={(event) => void takeInvalid(event).then(setInvalid)}
        />
        {type === "password" && (
          <button
            type="button"
            class="button button-secondary field-reveal"
            aria-controls={id}
            onClick={() => setIsShown(!isShown)}
          >
            {t(isShown ? "field.hide" : "field.show")}{" "}
            <span class="visually-hidden">{t("field.typed")}</span>
          </button>
        )}
        {unit && <span class="field-unit">{unit}</span>}
      </div>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

/** Keeps the browser's own bubble away; the first field of a form that is wrong gets the focus instead. */
async function takeInvalid(event: Event): Promise<string> {
  event.preventDefault();
  const input = event.currentTarget as HTMLInputElement;
  if (input.form?.querySelector("input:invalid") === input) input.focus();
  const { invalidText } = await import("./validity");
  return invalidText(input);
}
