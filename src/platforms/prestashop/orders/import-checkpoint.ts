import type { ImportProgress } from "../../source";

/** The ids obtained so far on the way to an order; each is remembered before the next request. */
export interface Steps {
  get(name: string): string | undefined;
  note(name: string, value: string): void;
  /** What turned out to be of no use is obtained anew. */
  forget(names: readonly string[]): void;
  /** The remembered value, or the one `make` obtains now. */
  reach(name: string, make: () => Promise<string>): Promise<string>;
}

export function openSteps(
  progress: ImportProgress,
  remember: (progress: ImportProgress) => void,
): Steps {
  let known = progress;
  const note = (name: string, value: string) => {
    if (known[name] === value) return;
    known = { ...known, [name]: value };
    remember(known);
  };
  return {
    get: (name) => known[name],
    note,
    forget(names) {
      known = Object.fromEntries(Object.entries(known).filter(([name]) => !names.includes(name)));
      remember(known);
    },
    async reach(name, make) {
      const had = known[name];
      if (had !== undefined) return had;
      const value = await make();
      note(name, value);
      return value;
    },
  };
}
