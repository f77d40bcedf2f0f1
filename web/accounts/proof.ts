import { createModel, signal } from "@preact/signals";

/** Whether the person is asked for password or code, because something needs it anew. */
export const ProofModel = createModel(() => {
  const isAsked = signal(false);
  let finish: ((isGiven: boolean) => void) | undefined;
  return {
    isAsked,
    /** Asks, and resolves once the proof was given, or with false where the person gave it up. */
    ask: () =>
      new Promise<boolean>((resolve) => {
        finish?.(false);
        finish = resolve;
        isAsked.value = true;
      }),
    end: (isGiven: boolean) => {
      isAsked.value = false;
      finish?.(isGiven);
      finish = undefined;
    },
  };
});
