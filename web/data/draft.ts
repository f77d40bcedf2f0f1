import { effect, signal, type Signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";

/**
 * A form draft that outlives a reload of its tab. Only ever give it what may lie in the browser's
 * storage: never a key or a password. Returns the signal, a way to forget it, and to stop saving.
 */
export function createDraft<T extends object>(store: Storage, name: string, blank: T) {
  const key = `weft.draft.${name}`;
  const draft: Signal<T> = signal({ ...blank, ...readDraft<T>(store.getItem(key)) });
  const stop = effect(() => {
    const value = draft.value;
    if (JSON.stringify(value) === JSON.stringify(blank)) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value));
  });
  const set = (change: Partial<T>) => {
    draft.value = { ...draft.value, ...change };
  };
  const forget = () => {
    draft.value = blank;
  };
  return { draft, set, forget, stop };
}

/** The draft of a form in this tab; its name says of what. */
export function useDraft<T extends object>(name: string, blank: T) {
  const form = useMemo(() => createDraft(sessionStorage, name, blank), [name]);
  useEffect(() => form.stop, [form]);
  return form;
}

function readDraft<T>(text: string | null): Partial<T> {
  try {
    const parsed: unknown = JSON.parse(text ?? "{}");
    return typeof parsed === "object" && parsed !== null ? (parsed as Partial<T>) : {};
  } catch {
    return {};
  }
}
