/** The forms of the settings that hold what is not saved, known to the one bar that guards them. */
import { signal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import { canonicalText } from "../../../src/domain/canonical-text";
import type { Saving } from "./use-save";

export interface UnsavedForm {
  /** The section as its heading names it. */
  section: string;
  submit: () => unknown;
  discard: () => void;
}

export type UnsavedForms = Signal<ReadonlyMap<string, UnsavedForm>>;

export const newUnsavedForms = (): UnsavedForms => signal(new Map());

export const UnsavedContext = createContext<UnsavedForms | null>(null);

/** Tells the bar whether a form holds something else than it was filled with. `held`: all that was typed. */
export function useUnsaved(
  saving: Saving,
  held: unknown,
  form: Omit<UnsavedForm, "discard">,
): void {
  const forms = useContext(UnsavedContext);
  const text = canonicalText(held);
  const filled = useRef({ text, round: saving.round.value });
  if (filled.current.round !== saving.round.value)
    filled.current = { text, round: saving.round.value };
  // What is being saved needs no guard: the save goes on wherever the person goes.
  const isUnsaved = text !== filled.current.text && !saving.isBusy.value;
  const newest = useRef(form);
  newest.current = form;
  const { section } = form;
  useLayoutEffect(() => {
    if (!forms || !isUnsaved) return;
    const change = (apply: (next: Map<string, UnsavedForm>) => void) => {
      const next = new Map(forms.value);
      apply(next);
      forms.value = next;
    };
    const known = { section, submit: () => newest.current.submit(), discard: saving.discard };
    change((next) => next.set(section, known));
    return () => change((next) => next.delete(section));
  }, [forms, isUnsaved, section]);
}
