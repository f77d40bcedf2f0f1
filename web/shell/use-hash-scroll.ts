import { useEffect } from "preact/hooks";

/** Brings "#details" into view once its page is drawn: the browser looked too early. `of`: what came just now. */
export function useHashScroll(of?: readonly string[]): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id && (of?.includes(id) ?? true))
      document.getElementById(id)?.scrollIntoView({ block: "start" });
  }, []);
}
