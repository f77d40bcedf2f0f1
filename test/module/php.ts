/**
 * Two ways to run the module's PHP: the oldest version it has to work on, compiled to WebAssembly and
 * always at hand, and whatever the machine itself has.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getPHPLoaderModule } from "@php-wasm/node-7-2";
import { loadPHPRuntime, PHP } from "@php-wasm/universal";
import { findPhp } from "../../scripts/find-php.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MODULE = "modules/prestashop/weft";
const TESTS = "test/module";

/** Runs a script of test/module with the module's folder as its argument; answers what it printed. */
export async function runOldest(script: string): Promise<string> {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  for (const folder of [MODULE, TESTS]) copyIn(php, folder);
  const run = await php.cli(["php", `/${TESTS}/${script}`, `/${MODULE}`]);
  const [printed, complaints, status] = await Promise.all([
    run.stdoutText,
    run.stderrText,
    run.exitCode,
  ]);
  return whole(printed, complaints, status);
}

/** As runOldest, with the machine's own PHP. Throws a sentence where there is none. */
export function runOwn(script: string): string {
  const run = spawnSync(findPhp(), [join(root, TESTS, script), join(root, MODULE)], {
    encoding: "utf8",
  });
  return whole(run.stdout, run.stderr, run.status);
}

/** Each line of JSON a script printed. */
export const lines = (printed: string): unknown[] =>
  printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/** Every PHP file of the module, as the scripts name them. */
export const moduleFiles = (): string[] =>
  readdirSync(join(root, MODULE), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".php"))
    .map((name) => name.replaceAll("\\", "/"));

function copyIn(php: PHP, folder: string): void {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".php")) continue;
    const target = `/${folder}/${name.replaceAll("\\", "/")}`;
    php.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    php.writeFile(target, readFileSync(join(root, folder, name)));
  }
}

/** A script that stopped half-way has printed less than it should: say why. */
function whole(printed: string, complaints: string, status: number | null): string {
  if (status === 0) return printed;
  throw new Error(`PHP ended with status ${status}: ${complaints}${printed.slice(-500)}`);
}
