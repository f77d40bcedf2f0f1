/** What one kind of outbox row does, and with which powers. */
import type { LedgerConnection, LedgerPorts } from "../ports";
import type { OrderGate } from "../order-gate";
import type { BulkGate } from "../source-traffic";
import type { LedgerStorage } from "../storage";

export interface StepContext {
  storage: LedgerStorage;
  ports: LedgerPorts;
  connection(): Promise<LedgerConnection>;
  gate: OrderGate;
  bulk: BulkGate;
  /** Reads the store's facts again; what was opened by the older ones is opened anew. */
  refreshStore(): Promise<void>;
}

/** `id`: subject of the row's entity. Answers when to run again (epoch ms); undefined: done. */
export type Step = (context: StepContext, id: string) => Promise<number | undefined>;

/** Both sessions, the connection's age and the clock, as use cases want them. */
export function sessionsOf({ connection, ports }: StepContext) {
  return {
    source: async () => (await connection()).source(),
    channel: async () => (await connection()).channel(),
    connectedAt: async () => (await connection()).connectedAt,
    now: ports.now,
  };
}
