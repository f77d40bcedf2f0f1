import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { t } from "./texts";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/later-confirm-dialog";
import type { UnsavedForms } from "./unsaved";
import "./save-bar.css";

/** Shows while anything is unsaved, saves or gives up all of it, and asks before the page is left. */
export function SaveBar({ forms }: { forms: UnsavedForms }) {
  const { route } = useLocation();
  const leavingTo = useSignal<string | null>(null);
  const unsaved = [...forms.value.values()];
  const isUnsaved = unsaved.length > 0;
  useLeaveGuard(isUnsaved, (href) => {
    leavingTo.value = href;
  });
  const discard = () => {
    for (const form of unsaved) form.discard();
  };
  const saveAll = async () => {
    // One after the other: each save is over the version that the one before made.
    for (const form of unsaved) await form.submit();
  };
  const go = (href: string) => {
    leavingTo.value = null;
    route(href);
  };
  const leave = (href: string) => {
    discard();
    forms.value = new Map();
    go(href);
  };
  const wanted = leavingTo.value;
  // All was saved while the question stood: there is nothing left to ask.
  useLayoutEffect(() => {
    if (!isUnsaved && wanted !== null) go(wanted);
  }, [isUnsaved, wanted]);
  if (!isUnsaved) return null;
  return (
    <>
      <div class="save-bar" role="region" aria-label={t("settings.unsaved")}>
        <p role="status">
          <strong>{t("settings.unsaved")}</strong>{" "}
          <span class="soft">{unsaved.map(({ section }) => section).join(", ")}</span>
        </p>
        <Button onClick={discard}>{t("settings.discard")}</Button>
        <Button variant="primary" onClick={() => void saveAll()}>
          {t("settings.saveAll")}
        </Button>
      </div>
      {wanted !== null && (
        <ConfirmDialog
          title={t("settings.leaveTitle")}
          text={t("settings.leaveText")}
          confirm={t("settings.leave")}
          onConfirm={() => leave(wanted)}
          onClose={() => {
            leavingTo.value = null;
          }}
        />
      )}
    </>
  );
}

/** Stops links, the way back and the end of the tab while something is unsaved. */
function useLeaveGuard(isWanted: boolean, ask: (href: string) => void): void {
  useLayoutEffect(() => {
    if (!isWanted) return;
    const own = location.pathname + location.search;
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a");
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!link || !isPlain || link.target || link.origin !== location.origin) return;
      const href = link.pathname + link.search + link.hash;
      if (link.hasAttribute("download") || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      ask(href);
    };
    const onBack = (event: PopStateEvent) => {
      const href = location.pathname + location.search;
      if (location.pathname === own.split("?")[0]) return;
      event.stopImmediatePropagation();
      history.pushState(null, "", own);
      ask(href);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener("click", onClick, true);
    addEventListener("popstate", onBack, true);
    addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, true);
      removeEventListener("popstate", onBack, true);
      removeEventListener("beforeunload", onUnload);
    };
  }, [isWanted]);
}
