import {
  CREATE_CHOICES,
  UPDATE_CHOICES,
  type CreateRules,
  type UpdateRules,
} from "../../src/domain/listings/sync-rules";
import { SelectField } from "../ui/select-field";
import { t, tValue } from "./texts";
import "../listings/details-form.css";

export type Phase = "create" | "update" | "mapped";
export type RuledField = keyof UpdateRules;

export const FIELDS = Object.keys(UPDATE_CHOICES) as RuledField[];

/** What may be chosen for a field in a phase; none: nothing. */
export function choicesOf(phase: Phase, field: RuledField): readonly string[] {
  if (phase === "create") return CREATE_CHOICES[field as keyof CreateRules] ?? [];
  const isSentAtOnce = field === "price" || field === "stock";
  return phase === "mapped" && isSentAtOnce ? [] : UPDATE_CHOICES[field];
}

export const choiceText = (phase: Phase, field: RuledField, choice: string) =>
  phase === "create" && field === "stock" && choice === "none"
    ? t("rules.choice.draft")
    : tValue("rules.choice.", choice);

interface RuleFieldsProps {
  phases: readonly Phase[];
  /** "": no choice of its own. */
  valueOf: (phase: Phase, field: RuledField) => string;
  /** What stands for no choice; absent where there always is one. */
  emptyText?: (phase: Phase, field: RuledField) => string;
  onChange: (phase: Phase, field: RuledField, choice: string) => void;
}

/** One row for each field with a choice for each phase. */
export function RuleFields({ phases, valueOf, emptyText, onChange }: RuleFieldsProps) {
  return (
    <div class="stack">
      {FIELDS.map((field) => (
        <fieldset key={field} class="choice rule">
          <legend>
            <strong>{t(`rules.field.${field}`)}</strong>
          </legend>
          <div class="details-grid">
            {phases
              .filter((phase) => choicesOf(phase, field).length > 0)
              .map((phase) => (
                <SelectField
                  key={phase}
                  label={t(`rules.${phase}`)}
                  isLabelHidden={phases.length === 1}
                  hint={hintOf(phase, field, valueOf(phase, field))}
                  value={valueOf(phase, field)}
                  options={[
                    ...(emptyText ? [{ value: "", label: emptyText(phase, field) }] : []),
                    ...choicesOf(phase, field).map((value) => ({
                      value,
                      label: choiceText(phase, field, value),
                    })),
                  ]}
                  onChange={(choice) => onChange(phase, field, choice)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function hintOf(phase: Phase, field: RuledField, choice: string): string | undefined {
  if (choice === "connector") return t("rules.connectorHint");
  return phase === "create" && field === "stock" && choice === "none"
    ? t("rules.draftHint")
    : undefined;
}
