/** Keys that work on every page of a connection; what they open is loaded when it is first opened. */
import { createModel, signal, useSignal, type Signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../i18n/t";
import { useApp } from "./app";
import { loadChunk } from "./load-chunk";

type PalettePart = typeof import("./palette").default;
type SheetPart = typeof import("./shortcut-sheet").default;

const PARTS = {
  palette: () => import("./palette"),
  sheet: () => import("./shortcut-sheet"),
} as const;

export const SHORTCUTS = [
  { keys: ["Ctrl", "K"], name: "palette" },
  { keys: ["/"], name: "search" },
  { keys: ["?"], name: "sheet" },
  { keys: ["Esc"], name: "close" },
] as const;

const KEY = "weft.keys";

/** Whether keys without Ctrl or ⌘ do anything: who speaks to the computer types them by accident. */
export const SingleKeysModel = createModel(() => {
  const isOn = signal(localStorage.getItem(KEY) !== "off");
  return {
    isOn,
    choose: (wanted: boolean) => {
      isOn.value = wanted;
      if (wanted) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    },
  };
});

export type Opened = "palette" | "sheet" | null;

/** Listens to the keys, and draws what they opened. */
export default function Shortcuts({ opened }: { opened: Signal<Opened> }) {
  const singleKeys = useMemo(() => new SingleKeysModel(), []);
  useKeys(opened, singleKeys);
  const { palette: Palette, sheet: Sheet } = useLoaded(opened).value;
  const close = () => {
    opened.value = null;
  };
  const showSheet = () => {
    opened.value = "sheet";
  };
  if (opened.value === "palette" && Palette)
    return <Palette onClose={close} onShortcuts={showSheet} />;
  if (opened.value === "sheet" && Sheet) return <Sheet singleKeys={singleKeys} onClose={close} />;
  return null;
}

function useKeys(opened: Signal<Opened>, singleKeys: InstanceType<typeof SingleKeysModel>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, singleKeys.isOn.value);
      if (!action) return;
      event.preventDefault();
      if (action === "search") document.querySelector<HTMLElement>("main [type=search]")?.focus();
      else opened.value = action;
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

/** The code of what was opened so far; what does not come says so, and is asked for the next time. */
function useLoaded(opened: Signal<Opened>) {
  const { say } = useApp();
  const loaded = useSignal<{ palette?: PalettePart; sheet?: SheetPart }>({});
  useEffect(() => {
    const wanted = opened.value;
    if (wanted === null || loaded.value[wanted]) return;
    loadChunk<{ default: PalettePart | SheetPart }>(PARTS[wanted]).then(
      ({ default: part }) => {
        loaded.value = { ...loaded.value, [wanted]: part };
      },
      () => {
        opened.value = null;
        say(t("load.unreachable"));
      },
    );
  }, [opened.value]);
  return loaded;
}

/** Nothing is done behind a dialog, and no single key while a text is typed. */
function actionOf(event: KeyboardEvent, isSingleOn: boolean): Opened | "search" {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (altKey || document.querySelector("dialog[open]")) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" ? "palette" : null;
  const isTyping =
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
  if (isTyping || !isSingleOn) return null;
  return key === "?" ? "sheet" : key === "/" ? "search" : null;
}
