const FIRST_MS = 2_000;
const MOST_MS = 30_000;

interface AskAgain {
  /** Somebody looks at what is asked for, or nobody does any more. */
  watched: () => void;
  unwatched: () => void;
  /** A call has begun: no other one is planned until it is answered. */
  asked: () => void;
  /** It was answered; `mayPass`: with a failure that may be gone by itself. */
  answered: (mayPass: boolean) => void;
}

/**
 * Asks again after a failure that may pass, more and more rarely, while somebody looks; at once when the
 * network or the person comes back.
 */
export function createAskAgain(ask: () => unknown): AskAgain {
  let isWatched = false;
  let isWanted = false;
  let waitMs = FIRST_MS;
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", go);
    removeEventListener("online", go);
  };
  const go = () => {
    if (!document.hidden) ask();
  };
  const plan = () => {
    stop();
    if (!isWatched || !isWanted) return;
    timer = window.setTimeout(go, waitMs);
    document.addEventListener("visibilitychange", go);
    addEventListener("online", go);
  };
  return {
    watched: () => {
      isWatched = true;
      plan();
    },
    unwatched: () => {
      isWatched = false;
      stop();
    },
    asked: () => {
      isWanted = false;
      stop();
    },
    answered: (mayPass) => {
      isWanted = mayPass;
      plan();
      waitMs = mayPass ? Math.min(waitMs * 2, MOST_MS) : FIRST_MS;
    },
  };
}
