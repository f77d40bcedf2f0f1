import { useSignal, type Signal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { Result } from "../api/client";

export interface Submission {
  isBusy: Signal<boolean>;
  refusal: Signal<Reason | null>;
  /** Sends once, keeps the refusal for the page to show; true when it went through. */
  send: (call: () => Promise<Result<unknown>>) => Promise<boolean>;
}

/** The state of a form being sent. */
export function useSubmission(): Submission {
  const isBusy = useSignal(false);
  const refusal = useSignal<Reason | null>(null);
  const send = async (call: () => Promise<Result<unknown>>) => {
    if (isBusy.value) return false;
    isBusy.value = true;
    refusal.value = null;
    const result = await call();
    isBusy.value = false;
    if (!result.ok) refusal.value = result.error;
    return result.ok;
  };
  return { isBusy, refusal, send };
}

/** A submit listener that stays on the page. */
export function onSubmit(send: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    send();
  };
}
