/** Names the state each table is in, so that an answer can be known again when a state comes back. */
export interface TableStates {
  noteWrite(tables: readonly string[]): void;
  /** Nobody knows what was written. */
  noteAll(): void;
  /** The state of these tables; another text after each write to one of them. */
  of(tables: readonly string[]): string;
  /** Whether these tables are as they were at the newest mark. */
  isAsMarked(tables: readonly string[]): boolean;
  mark(): void;
  /** Every table is as it was at the newest mark. */
  rollBack(): void;
  unmark(): void;
}

interface States {
  /** Moves when nobody knows what was written. */
  all: number;
  ofTable: ReadonlyMap<string, number>;
}

export function openTableStates(): TableStates {
  let number = 0;
  let all = 0;
  let ofTable = new Map<string, number>();
  const marks: States[] = [];
  const comeBack = (to: States | undefined) => {
    if (!to) throw new Error("nothing is marked");
    all = to.all;
    ofTable = new Map(to.ofTable);
  };
  return {
    noteWrite(tables) {
      for (const table of tables) ofTable.set(table, (number += 1));
    },
    noteAll() {
      all = number += 1;
    },
    of(tables) {
      let text = String(all);
      for (const table of tables) text += ` ${ofTable.get(table) ?? 0}`;
      return text;
    },
    isAsMarked(tables) {
      const marked = marks.at(-1);
      return (
        marked?.all === all &&
        tables.every((table) => ofTable.get(table) === marked.ofTable.get(table))
      );
    },
    mark: () => void marks.push({ all, ofTable: new Map(ofTable) }),
    rollBack: () => comeBack(marks.at(-1)),
    unmark: () => comeBack(marks.pop()),
  };
}
