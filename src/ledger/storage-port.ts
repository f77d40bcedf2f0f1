/** What the ledger needs of the machine it lives on; a Durable Object's state has all of it. */

type SqlValue = string | number | null | ArrayBuffer;

interface SqlRows<Row> {
  toArray(): Row[];
  /** Rows as arrays of values, in the order of the columns. */
  raw(): Iterable<SqlValue[]>;
}

export interface SqlPort {
  /** Runs one statement with bindings, or several without. */
  exec<Row extends Record<string, SqlValue>>(
    query: string,
    ...bindings: (string | number | null | Uint8Array)[]
  ): SqlRows<Row>;
}

export interface LedgerStoragePort {
  sql: SqlPort;
  /** Commits what `change` wrote, or rolls it back when it throws. May be nested. */
  transactionSync<T>(change: () => T): T;
  /** Epoch ms; null: none is set. */
  getAlarm(): Promise<number | null>;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
  deleteAll(): Promise<void>;
}

export interface LedgerHost {
  storage: LedgerStoragePort;
  /** Keeps the host awake until `work` ends. */
  waitUntil(work: Promise<unknown>): void;
}
