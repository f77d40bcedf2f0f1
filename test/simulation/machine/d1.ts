/** D1 as Workers see it, over SQLite in memory. A batch is one transaction, as D1's is. */
import { effect } from "./life";
import type { SqlFile, SqlValue } from "./sql";

/** D1's own limits. */
const MAX_PARAMETERS = 100;
const MAX_STATEMENT_BYTES = 100_000;

interface Bound {
  query: string;
  values: readonly SqlValue[];
}

/** `note`: called for each round trip. `isLost`: asked after a commit; true when its answer gets lost. */
export interface D1Hooks {
  note(queries: readonly string[]): void;
  isLost(queries: readonly string[]): boolean;
}

class Statement {
  readonly #file: SqlFile;
  readonly #hooks: D1Hooks;
  readonly bound: Bound;

  constructor(file: SqlFile, hooks: D1Hooks, bound: Bound) {
    this.#file = file;
    this.#hooks = hooks;
    this.bound = bound;
  }

  bind(...values: unknown[]): Statement {
    if (values.length > MAX_PARAMETERS) throw new Error(`D1: ${values.length} parameters`);
    return new Statement(this.#file, this.#hooks, {
      query: this.bound.query,
      values: values.map(toSqlValue),
    });
  }

  all() {
    return this.#trip(() => answerOf(this.#file, this.bound));
  }

  run() {
    return this.all();
  }

  raw() {
    return this.#trip(() => this.#file.rows(this.bound.query, this.bound.values));
  }

  first(column?: string) {
    return this.#trip(() => {
      const [row] = this.#file.all(this.bound.query, this.bound.values);
      if (!row) return null;
      return column === undefined ? row : (row[column] ?? null);
    });
  }

  #trip<T>(work: () => T): Promise<T> {
    return trip(this.#hooks, [this.bound.query], work);
  }
}

/** Writes and answers in one go; an answer that is lost leaves what was written. */
function trip<T>(hooks: D1Hooks, queries: readonly string[], work: () => T): Promise<T> {
  return effect(() => {
    hooks.note(queries);
    const answer = work();
    if (hooks.isLost(queries)) throw new Error("D1_ERROR: Network connection lost.");
    return answer;
  });
}

function answerOf(file: SqlFile, { query, values }: Bound) {
  const results = file.all(query, values);
  const changes = /^\s*(insert|update|delete|with)/i.test(query) ? file.changes() : 0;
  return { success: true, results, meta: { changes, rows_written: changes } };
}

function toSqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return value;
  throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported`);
}

export function d1Over(file: SqlFile, hooks: D1Hooks): D1Database {
  const database = {
    prepare(query: string) {
      if (query.length > MAX_STATEMENT_BYTES) throw new Error("D1: statement too long");
      return new Statement(file, hooks, { query, values: [] });
    },
    batch(statements: readonly Statement[]) {
      const queries = statements.map(({ bound }) => bound.query);
      return trip(hooks, queries, () =>
        file.atomically(() => statements.map(({ bound }) => answerOf(file, bound))),
      );
    },
  };
  return database as unknown as D1Database;
}
