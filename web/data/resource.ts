import { batch, signal, type ReadonlySignal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import { mayPass, type Result } from "../api/client";
import { createAskAgain } from "./ask-again";

/**
 * Something read from the server: null until the first answer, kept while a newer one is awaited. A read
 * that failed for a cause that may pass is repeated by itself while the value is shown somewhere.
 */
export interface Resource<T> {
  value: ReadonlySignal<T | null>;
  error: ReadonlySignal<Reason | null>;
  /** The last read was refused for good: it is not repeated. */
  isRefused: ReadonlySignal<boolean>;
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
  const again = createAskAgain(() => reload());
  const value = signal<T | null>(null, again);
  const error = signal<Reason | null>(null);
  const isRefused = signal(false);
  const isLoading = signal(false);
  const isOther = signal(false);
  let newest = 0;
  /** Of what is read from now on nothing older counts. */
  const begin = () => {
    newest += 1;
    again.asked();
    return newest;
  };
  /** The one place that says what is known: after a refusal it is what was known before. */
  const take = (result: Result<T | null>) => {
    const isPassing = !result.ok && mayPass(result.status);
    again.answered(isPassing);
    batch(() => {
      isLoading.value = false;
      error.value = result.ok ? null : result.error;
      isRefused.value = !result.ok && !isPassing;
      if (!result.ok) return;
      value.value = result.value;
      isOther.value = false;
    });
  };
  const reload = async () => {
    const mine = begin();
    isLoading.value = true;
    const result = await load();
    if (mine === newest) take(result);
  };
  const reloadOther = () => {
    batch(() => {
      isOther.value = value.value !== null;
      error.value = null;
    });
    return reload();
  };
  const put = (next: T | null) => {
    begin();
    take({ ok: true, value: next });
  };
  const clear = () => put(null);
  return { value, error, isRefused, isLoading, isOther, reload, reloadOther, put, clear };
}
