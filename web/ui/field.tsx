import type { ComponentChildren, Ref } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../i18n/t";
import "./field.css";

interface FieldFrame {
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
}

interface TextFieldProps extends FieldFrame {
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "email" | "password" | "url" | "search" | "number" | "date";
  name?: string;
  autoComplete?: string;
  isRequired?: boolean;
  placeholder?: string;
  min?: string;
  max?: string;
  maxLength?: number;
  unit?: string;
  inputMode?: "numeric" | "url" | "email" | "text";
  isLabelHidden?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return ids || undefined;
}

function Notes({ id, hint, error }: { id: string } & Pick<FieldFrame, "hint" | "error">) {
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
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

interface SelectFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  isLabelHidden?: boolean;
}

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

interface CheckFieldProps {
  label: ComponentChildren;
  hint?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

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
