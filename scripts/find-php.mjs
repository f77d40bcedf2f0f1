import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PACKAGES = ["php-cli", "php-sqlite3"];

/** Whether this PHP can run the module's tests: they keep their tables in SQLite. */
function canTest(program) {
  const probe = spawnSync(program, [
    "-r",
    "exit(class_exists('PDO') && in_array('sqlite', PDO::getAvailableDrivers()) ? 0 : 1);",
  ]);
  return probe.status === 0;
}

/** The PHP that runs the module's tests; installs Debian's packages when it may, else throws what to run. */
export function findPhp({ install = false } = {}) {
  const program = process.env.PHP_PATH ?? "php";
  if (canTest(program)) return program;
  if (install && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.log("Installing PHP for the tests of the PrestaShop module...");
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES],
    ])
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    if (canTest(program)) return program;
  }
  throw new Error(
    `The PrestaShop module's tests need PHP with SQLite. On Debian or Ubuntu run: sudo apt-get install ${PACKAGES.join(" ")}\n` +
      "Elsewhere set PHP_PATH to a PHP program that has it.",
  );
}
