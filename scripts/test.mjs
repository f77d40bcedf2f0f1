/**
 * `npm test`: all rings. Prints `N passed, N failed` as its last line. An exception that no test
 * caught counts as a failure, in workerd too.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { findChromium } = await import("./find-chromium.mjs");
const { findPhp } = await import("./find-php.mjs");
const { root, toolEnv } = await import("./stack.mjs");
const { buildAll } = await import("./build-worker.mjs");

const results = join(root, ".weft", "test-results.json");

async function main() {
  const chromium = findChromium({ install: true });
  const php = findPhp({ install: true });
  mkdirSync(join(root, ".weft"), { recursive: true });
  rmSync(results, { force: true });
  await buildAll();
  const vitest = spawnSync(
    join(root, "node_modules", ".bin", "vitest"),
    [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: "inherit", env: toolEnv({ CHROMIUM_PATH: chromium, PHP_PATH: php }) },
  );
  const report = JSON.parse(readFileSync(results, "utf8"));
  // A file that does not load runs no test; it must still count as a failure.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const known = report.numFailedTests + broken.length;
  const failed = known === 0 && vitest.status !== 0 ? 1 : known;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped; none may be.`);
  console.log(`${report.numPassedTests} passed, ${failed} failed`);
  process.exit(vitest.status === 0 && failed === 0 && skipped === 0 ? 0 : 1);
}

main().catch((caught) => {
  console.error(caught instanceof Error ? caught.message : caught);
  console.log("0 passed, 1 failed");
  process.exit(1);
});
