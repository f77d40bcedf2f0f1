/**
 * `npm run release`: what a release hands out, in dist/release: the PrestaShop module, the list of what Weft is
 * made of (CycloneDX, from the lock file), and the checksums of both. The same sources give the same bytes.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { packModule } = await import("./pack-module.mjs");
const root = fileURLToPath(new URL("..", import.meta.url));

// Not `--omit dev`: of a package in two versions it may leave out the one that runs.
const SBOM = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];

/**
 * What is needed to run, as `name@version`, by the lock file: npm's list now and then calls the one that runs of two
 * versions of a package a tool.
 */
function listParts() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const parts = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  return new Set(
    parts.map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`),
  );
}

/** The components as npm lists them, without what differs from one run to the next. */
function listComponents() {
  const listed = spawnSync("npm", SBOM, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  if (listed.status !== 0) throw new Error(`npm sbom failed:\n${listed.stderr}`);
  const {
    serialNumber: _serial,
    metadata,
    components,
    dependencies,
    ...rest
  } = JSON.parse(listed.stdout);
  const { timestamp: _timestamp, ...about } = metadata;
  const runs = listParts();
  const parts = components.filter(({ name, version }) => runs.has(`${name}@${version}`));
  const kept = new Set([about.component["bom-ref"], ...parts.map((part) => part["bom-ref"])]);
  const links = dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((to) => kept.has(to)) }));
  const list = { ...rest, metadata: about, components: parts, dependencies: links };
  return `${JSON.stringify(list, null, 2)}\n`;
}

/**
 * The files of a release by name.
 * @returns {Record<string, Uint8Array>}
 */
export function makeRelease() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const files = {
    [`weft-${version}.cdx.json`]: new TextEncoder().encode(listComponents()),
    [`weft-prestashop-${version}.zip`]: packModule(),
  };
  const sums = Object.entries(files).map(
    ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
  );
  return { ...files, SHA256SUMS: new TextEncoder().encode(sums.join("")) };
}

function main() {
  const folder = join(root, "dist", "release");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(makeRelease())) {
    writeFileSync(join(folder, name), bytes);
    console.log(`Wrote ${join("dist", "release", name)}`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) main();
