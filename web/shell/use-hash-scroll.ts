import { useEffect } from "preact/hooks";

/** Brings "#details" into view once its page is drawn: the browser looked too early. */
export function useHashScroll(): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) document.getElementById(id)?.scrollIntoView({ block: "start" });
  }, []);
}
