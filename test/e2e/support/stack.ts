import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startStack } from "../../../scripts/stack.mjs";

export type Stack = Awaited<ReturnType<typeof startStack>>;

interface StackOptions {
  port: number;
  simulatorPort: number;
  stateDir: string;
  /** Variables of the Worker besides those that make it quick. */
  vars?: Record<string, string>;
}

/** A folder for the state of one stack. */
export function temporaryState(): string {
  return mkdtempSync(join(tmpdir(), "weft-e2e-"));
}

/** A Weft with both shops on free ports and with state of its own; thrown away by `stop`. */
export async function freshStack(vars: Record<string, string> = {}): Promise<Stack> {
  const ports = { port: await freePort(), simulatorPort: await freePort() };
  return temporaryStack({ ...ports, stateDir: temporaryState(), vars });
}

/** A stack whose polls and scans come every few seconds; `stop` removes its state. */
export async function temporaryStack({ vars = {}, ...options }: StackOptions): Promise<Stack> {
  const stack = await startStack({
    ...options,
    vars: {
      ORDER_POLL_SECONDS: "5",
      STOCK_SCAN_SECONDS: "10",
      SHIPMENT_SCAN_SECONDS: "5",
      STORE_REQUESTS_PER_MINUTE: "600",
      ...vars,
    },
  });
  return {
    ...stack,
    stop: async () => {
      const stopped = await stack.stop();
      rmSync(options.stateDir, { recursive: true, force: true });
      return stopped;
    },
  };
}
