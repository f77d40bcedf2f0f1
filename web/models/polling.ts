import { useEffect } from "preact/hooks";

/** Calls again and again while wanted and the page is seen; never two calls at once. */
export function usePolling(isWanted: boolean, everyMs: number, call: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isWanted) return;
    let timer = 0;
    let isGone = false;
    const next = () => {
      timer = window.setTimeout(async () => {
        if (!document.hidden) await call();
        if (!isGone) next();
      }, everyMs);
    };
    next();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, everyMs]);
}
