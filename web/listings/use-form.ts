/** The form of details as it is filled in: what was typed waits in the tab while its person looks elsewhere. */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { useConnection } from "../connections/connection";
import { useDraft } from "../data/draft";
import type { FormLevel } from "./form-level";
import { formOf, isSameForm, takeUp, type FormState, type Unsaved } from "./form-state";

const NOTHING: Partial<Unsaved> = {};

export function useForm({ kind, id, categoryId, details }: FormLevel) {
  const { id: connectionId } = useConnection();
  const name = `details-${connectionId}-${kind}-${id}-${categoryId}`;
  const draft = useDraft<Partial<Unsaved>>(name, NOTHING);
  const saved = useMemo(() => formOf(details), [name]);
  // What the form began with: only what was changed here is sent.
  const before = useSignal(saved);
  const form = useSignal(takeUp(draft.draft.value, saved));
  const isTakenUp = useSignal(!isSameForm(form.value, saved));
  const put = (next: FormState) => {
    form.value = next;
    if (isSameForm(next, before.value)) draft.forget();
    else draft.set({ before: before.value, form: next });
  };
  return {
    form,
    before,
    /** Whether it holds what was typed when the form was open before. */
    isTakenUp,
    change: (part: Partial<FormState>) => put({ ...form.value, ...part }),
    discard: () => {
      isTakenUp.value = false;
      put(before.value);
    },
    /** What was entered is saved; what was typed since then stays unsaved. */
    recordSaved: (entered: FormState) => {
      isTakenUp.value = false;
      before.value = entered;
      put(form.value);
    },
  };
}
