/** The part of node:sqlite used here; the full Node types clash with the Workers' ones. */
declare module "node:sqlite" {
  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): StatementSync;
  }
  interface StatementSync {
    all(...bindings: (string | number | null)[]): unknown[];
  }
}
