import { useEffect } from "preact/hooks";

const FIELD = "input:not([hidden]), select, textarea, button, a[href]";
/** Code of a field that is loaded when it is drawn has this long to come. */
const PATIENT_MS = 5_000;

/**
 * Leads to the field that the address names ("#brand"), with the focus in it: once the form is drawn, and
 * whenever a link of the page is pressed, also the same one again.
 */
export function useHashFocus(): void {
  useEffect(() => {
    let forget = focusField(location.hash);
    const onClick = ({ target }: MouseEvent) => {
      const link = (target as Element | null)?.closest?.("a");
      if (!link?.hash || link.pathname !== location.pathname) return;
      forget();
      forget = focusField(link.hash);
    };
    document.addEventListener("click", onClick);
    return () => {
      forget();
      document.removeEventListener("click", onClick);
    };
  }, []);
}

/** Waits for the field where its code is still to come; the answer gives the waiting up. */
function focusField(hash: string): () => void {
  const part = document.getElementById(decodeURIComponent(hash.slice(1)));
  const focus = () => {
    const field = part?.querySelector<HTMLElement>(FIELD);
    if (!field) return false;
    part?.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
    return true;
  };
  if (!part || focus()) return () => {};
  const watch = new MutationObserver(() => focus() && watch.disconnect());
  watch.observe(part, { childList: true, subtree: true });
  const timer = setTimeout(() => watch.disconnect(), PATIENT_MS);
  return () => {
    clearTimeout(timer);
    watch.disconnect();
  };
}
