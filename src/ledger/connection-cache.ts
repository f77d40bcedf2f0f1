import type { LedgerConnection, LedgerPorts } from "./ports";

/** A changed setting takes effect at the latest after this long. */
const MAX_AGE_MS = 60_000;

/** The opened connection, read again when it is old; a failed opening is not kept. */
export class ConnectionCache {
  readonly #ports: Pick<LedgerPorts, "now" | "open">;
  readonly #onInactive: () => void;
  #opened: { at: number; connection: Promise<LedgerConnection> } | undefined;

  /** `onInactive` runs for each reading that shows the connection paused or cut off. */
  constructor(ports: Pick<LedgerPorts, "now" | "open">, onInactive: () => void) {
    this.#ports = ports;
    this.#onInactive = onInactive;
  }

  read(): Promise<LedgerConnection> {
    const now = this.#ports.now();
    if (this.#opened && now - this.#opened.at < MAX_AGE_MS) return this.#opened.connection;
    const connection = this.#ports.open();
    this.#opened = { at: now, connection };
    connection.then(
      ({ isActive }) => isActive || this.#onInactive(),
      () => this.drop(),
    );
    return connection;
  }

  /** The next reading opens the connection again. */
  drop(): void {
    this.#opened = undefined;
  }
}
