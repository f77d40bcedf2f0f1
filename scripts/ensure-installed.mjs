/**
 * Makes a fresh machine ready: the packages of the lock file, and the newer Node among them.
 * Runs on the machine's own Node 20 with nothing installed, so it imports Node only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
const marker = join(modules, ".weft-installed");

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

function install() {
  const isCurrent = existsSync(marker) && readFileSync(marker, "utf8") === lockHash();
  if (isCurrent) return;
  console.log("Installing packages (once)...");
  // Not `npm ci`: it refuses a lock file that lacks other systems' optional binaries.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync("npm", args, {
    cwd: root,
    stdio: "inherit",
  });
  if (result.error)
    throw new Error("npm was not found. Install Node.js 20 or later together with npm.");
  if (result.status !== 0)
    throw new Error("npm could not install the packages; its message is above.");
  writeFileSync(marker, lockHash());
}

/** Installs what is missing, then runs this very script again under the packaged Node if needed. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    console.error(`Weft needs Node.js 20 or later; this is ${process.version}.`);
    process.exit(1);
  }
  try {
    install();
  } catch (caught) {
    console.error(caught instanceof Error ? caught.message : caught);
    process.exit(1);
  }
  const packaged = join(modules, ".bin", "node");
  if (major >= 22 || process.env.WEFT_NODE === "packaged" || !existsSync(packaged)) return;
  const again = spawnSync(packaged, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, WEFT_NODE: "packaged" },
  });
  process.exit(again.status ?? 1);
}
