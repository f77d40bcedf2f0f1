import { createModel, signal } from "@preact/signals";

/** How a person wants a list drawn: columns that are left out, and how close its rows stand. */
interface ListView {
  hidden: readonly string[];
  isDense: boolean;
}

const USUAL: ListView = { hidden: [], isDense: false };

/** The choice of one person for one list; it stays in this browser. */
export const ListViewModel = createModel((list: string) => {
  const key = `weft.view.${list}`;
  const view = signal<ListView>(read(key));
  const keep = (next: ListView) => {
    view.value = next;
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing shows the usual list next time.
    }
  };
  return {
    view,
    toggleColumn: (column: string) => {
      const { hidden, isDense } = view.value;
      const others = hidden.filter((one) => one !== column);
      keep({ isDense, hidden: others.length < hidden.length ? others : [...hidden, column] });
    },
    setDense: (isDense: boolean) => keep({ ...view.value, isDense }),
  };
});

/** What is stored, where it has the shape it should have. */
function read(key: string): ListView {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof stored !== "object" || stored === null) return USUAL;
    const { hidden, isDense } = stored as Partial<ListView>;
    return { hidden: Array.isArray(hidden) ? hidden.map(String) : [], isDense: isDense === true };
  } catch {
    return USUAL;
  }
}
