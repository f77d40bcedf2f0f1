import { batch, signal, type ReadonlySignal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { Result } from "../api/client";

/** Something read from the server: null until the first answer, kept while a newer one is awaited. */
export interface Resource<T> {
  value: ReadonlySignal<T | null>;
  error: ReadonlySignal<Reason | null>;
  isLoading: ReadonlySignal<boolean>;
  /** What is read now is something else than what is shown, such as the rows of another tab. */
  isOther: ReadonlySignal<boolean>;
  reload: () => Promise<void>;
  /** The same for something else than what is shown, which is shown no more. */
  reloadOther: () => Promise<void>;
  /** Puts in what another call answered, so that nothing is read twice. */
  put: (value: T) => void;
  /** Forgets everything, back to the loading state. */
  clear: () => void;
}

/** A resource over one read. Of two reads under way only the newer counts. */
export function createResource<T>(load: () => Promise<Result<T>>): Resource<T> {
  const value = signal<T | null>(null);
  const error = signal<Reason | null>(null);
  const isLoading = signal(false);
  const isOther = signal(false);
  let newest = 0;
  const reload = async () => {
    newest += 1;
    const mine = newest;
    isLoading.value = true;
    const result = await load();
    if (mine !== newest) return;
    batch(() => {
      isLoading.value = false;
      error.value = result.ok ? null : result.error;
      if (!result.ok) return;
      value.value = result.value;
      isOther.value = false;
    });
  };
  const reloadOther = () => {
    batch(() => {
      isOther.value = value.value !== null;
      error.value = null;
    });
    return reload();
  };
  const put = (next: T) => {
    newest += 1;
    batch(() => {
      isLoading.value = false;
      error.value = null;
      isOther.value = false;
      value.value = next;
    });
  };
  const clear = () => {
    value.value = null;
    error.value = null;
  };
  return { value, error, isLoading, isOther, reload, reloadOther, put, clear };
}
