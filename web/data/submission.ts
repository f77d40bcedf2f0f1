import { useSignal, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Reason } from "../../src/contract/common";
import type { Result } from "../api/client";

export interface Submission {
  isBusy: Signal<boolean>;
  refusal: Signal<Reason | null>;
  /**
   * Sends, after what is under way; keeps the refusal for the page to show. True when it went through.
   * That a form is not sent twice is up to its button, which is busy meanwhile.
   */
  send: (call: () => Promise<Result<unknown>>) => Promise<boolean>;
}

/** The state of a form being sent, or of acts of which each has its turn. */
export function useSubmission(): Submission {
  const isBusy = useSignal(false);
  const refusal = useSignal<Reason | null>(null);
  const turns = useRef({ open: 0, last: Promise.resolve<unknown>(undefined) }).current;
  const send = async (call: () => Promise<Result<unknown>>) => {
    if (turns.open === 0) refusal.value = null;
    turns.open += 1;
    isBusy.value = true;
    const sent = turns.last.then(call);
    turns.last = sent.catch(() => undefined);
    const result = await sent.finally(() => {
      turns.open -= 1;
      isBusy.value = turns.open > 0;
    });
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
