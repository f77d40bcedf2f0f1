import { createModel, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";
const KEY = "weft.theme";

/** Light, dark, or what the system says; the choice stays in this browser. */
export const ThemeModel = createModel((root: HTMLElement, store: Storage) => {
  const stored = store.getItem(KEY);
  const theme = signal<Theme>(stored === "light" || stored === "dark" ? stored : "system");
  const choose = (next: Theme) => {
    theme.value = next;
    if (next === "system") {
      store.removeItem(KEY);
      delete root.dataset["theme"];
      return;
    }
    store.setItem(KEY, next);
    root.dataset["theme"] = next;
  };
  return { theme, choose };
});
