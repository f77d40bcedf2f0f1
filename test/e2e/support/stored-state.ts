import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { startStack } from "../../../scripts/stack.mjs";
import type { Stack } from "./stack";

/** The state holds these addresses: of the store, and of Weft for both shops' webhooks. */
const PORTS = { port: 18_961, simulatorPort: 18_962 };

/** A stack over a copy of a state that an earlier release left in `test/golden`; `stop` throws the copy away. */
export async function stackOver(golden: string): Promise<Stack & { stateDir: string }> {
  const stateDir = mkdtempSync(join(tmpdir(), "weft-upgrade-"));
  cpSync(join("test/golden", golden), stateDir, { recursive: true });
  unpack(stateDir);
  const vars = {
    ORDER_POLL_SECONDS: "5",
    STOCK_SCAN_SECONDS: "10",
    MODULE_SCAN_SECONDS: "10",
    SHIPMENT_SCAN_SECONDS: "5",
  };
  const stack = await startStack({ ...PORTS, stateDir, vars });
  const stop = async () => {
    const stopped = await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
    return stopped;
  };
  return { ...stack, stateDir, stop };
}

/** Databases lie in the golden state as `<name>.sqlite.gz`. */
function unpack(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith(".gz")) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file.slice(0, -".gz".length), gunzipSync(readFileSync(file)));
    rmSync(file);
  }
}
