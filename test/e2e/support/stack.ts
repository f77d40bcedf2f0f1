import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startStack } from "../../../scripts/stack.mjs";

export type Stack = Awaited<ReturnType<typeof startStack>>;

/** A Weft with both shops on free ports and with state of its own; thrown away by `stop`. */
export async function freshStack(vars: Record<string, string> = {}): Promise<Stack> {
  const stateDir = mkdtempSync(join(tmpdir(), "weft-e2e-"));
  const stack = await startStack({
    port: await freePort(),
    simulatorPort: await freePort(),
    stateDir,
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
      rmSync(stateDir, { recursive: true, force: true });
      return stopped;
    },
  };
}
