import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { temporaryStack, temporaryState, type Stack } from "./stack";

/** The state holds these addresses: of the store, and of Weft for both shops' webhooks. */
const PORTS = { port: 18_961, simulatorPort: 18_962 };

/** A stack over a copy of a state that an earlier release left in `test/golden`. */
export async function stackOver(golden: string): Promise<Stack> {
  const stateDir = temporaryState();
  cpSync(join("test/golden", golden), stateDir, { recursive: true });
  unpack(stateDir);
  return temporaryStack({ ...PORTS, stateDir, vars: { MODULE_SCAN_SECONDS: "10" } });
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
