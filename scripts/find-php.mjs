import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PHP_PACKAGES = ["php-cli", "php-sqlite3"];
const CODE_SNIFFER_PACKAGES = ["php-codesniffer"];

/** Whether this PHP can run the module's tests: they keep their tables in SQLite. */
function canTest(program) {
  const probe = spawnSync(program, [
    "-r",
    "exit(class_exists('PDO') && in_array('sqlite', PDO::getAvailableDrivers()) ? 0 : 1);",
  ]);
  return probe.status === 0;
}

const isCodeSniffer = (program) => spawnSync(program, ["--version"]).status === 0;

/** Installs Debian's packages where this process may. */
function installPackages(packages, purpose) {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  console.log(`Installing ${packages.join(" ")} for ${purpose}...`);
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ])
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
}

/** The PHP that runs the module's tests; installs Debian's packages when it may, else throws what to run. */
export function findPhp({ install = false } = {}) {
  const program = process.env.PHP_PATH ?? "php";
  if (canTest(program)) return program;
  if (install) installPackages(PHP_PACKAGES, "the tests of the PrestaShop module");
  if (install && canTest(program)) return program;
  throw new Error(
    `The PrestaShop module's tests need PHP with SQLite. On Debian or Ubuntu run: sudo apt-get install ${PHP_PACKAGES.join(" ")}\n` +
      "Elsewhere set PHP_PATH to a PHP program that has it.",
  );
}

/** PHP_CodeSniffer, which is in no registry of Node; as findPhp. */
export function findCodeSniffer({ install = false } = {}) {
  const program = process.env.PHPCS_PATH ?? "phpcs";
  if (isCodeSniffer(program)) return program;
  if (install) installPackages(CODE_SNIFFER_PACKAGES, "the style of the PrestaShop module");
  if (install && isCodeSniffer(program)) return program;
  throw new Error(
    `The PrestaShop module's style is checked by PHP_CodeSniffer. On Debian or Ubuntu run: sudo apt-get install ${CODE_SNIFFER_PACKAGES.join(" ")}\n` +
      "Elsewhere set PHPCS_PATH to its program phpcs.",
  );
}
