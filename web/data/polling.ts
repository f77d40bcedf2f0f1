import { useEffect, useRef } from "preact/hooks";

/**
 * Calls again and again while wanted and the page is seen, and as soon as a person comes back to it;
 * never two calls at once.
 */
export function usePolling(isWanted: boolean, everyMs: number, call: () => Promise<unknown>): void {
  // What is called may be another function at every drawing; the timer goes on.
  const newest = useRef(call);
  newest.current = call;
  useEffect(() => {
    if (!isWanted) return;
    let timer = 0;
    let isGone = false;
    const next = (waitMs: number) => {
      timer = window.setTimeout(async () => {
        timer = 0;
        if (!document.hidden) await newest.current();
        if (!isGone) next(everyMs);
      }, waitMs);
    };
    next(everyMs);
    const comeBack = () => {
      if (document.hidden || timer === 0) return;
      clearTimeout(timer);
      next(0);
    };
    document.addEventListener("visibilitychange", comeBack);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", comeBack);
    };
  }, [isWanted, everyMs]);
}
