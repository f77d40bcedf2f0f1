/**
 * `npm run check`: types, lint, format, dead code, the module's style, generated files, size budgets,
 * and whether what would be deployed starts.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findCodeSniffer } from "./find-php.mjs";

ensureInstalled();
const { root, run } = await import("./stack.mjs");
const { startBundle } = await import("./start-bundle.mjs");

const KB = 1024;
const WORKER_LIMIT = 400 * KB;

const gzipSize = (file) => gzipSync(readFileSync(file)).byteLength;

/** Code and style that a page may bring before it is drawn the first time; more for those that say more. */
const PAGE_LIMIT = 50 * KB;
const LARGE_PAGES = {
  "/connections/:id/setup": 60 * KB,
  "/connections/:id/orders/:item": 60 * KB,
  "/connections/:id/activity": 60 * KB,
  "/connections/:id/products/:item": 60 * KB,
  "/connections/:id/health": 60 * KB,
  "/connections/:id/settings": 60 * KB,
};
const limitOf = (path) => LARGE_PAGES[path] ?? PAGE_LIMIT;

/** The addresses of scripts and styles in a page. */
const filesIn = (html) =>
  [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? "",
  );

/** What a browser loads before it can show a page: the page with what stands in it, the app, and what the page asks for. */
async function checkWebSize() {
  await run("vite", ["build", "--logLevel", "warn"]);
  const web = join(root, "dist", "web");
  const app = filesIn(readFileSync(join(web, "index.html"), "utf8"));
  if (app.length === 0) throw new Error("the built page loads no script: is the build broken?");
  const pages = JSON.parse(readFileSync(join(web, "pages.json"), "utf8"));
  const sizes = pages.map(({ path, scripts }) => ({
    path,
    size: ["/index.html", ...app, ...scripts].reduce(
      (sum, file) => sum + gzipSize(join(web, file)),
      0,
    ),
    limit: limitOf(path),
  }));
  const large = sizes.filter(({ size, limit }) => size > limit);
  if (large.length > 0)
    throw new Error(
      large
        .map(({ path, size, limit }) => `${path}: ${size} bytes gzipped, more than ${limit}`)
        .join("\n"),
    );
  const products = sizes.find(({ path }) => path === "/connections/:id/products");
  return `products ${(products.size / KB).toFixed(1)} kB`;
}

/** The very file that is deployed. */
async function checkWorker() {
  const out = join(root, ".weft", "dry-run");
  await run("node", ["scripts/deploy.mjs", "--dry-run"]);
  refuseLocales(join(root, ".weft", "worker", "index.js.map"));
  const size = gzipSize(join(out, "index.js"));
  if (size > WORKER_LIMIT)
    throw new Error(`the Worker is ${size} bytes gzipped, more than ${WORKER_LIMIT}`);
  await startBundle(join(root, ".weft", "wrangler.deploy.toml"), out);
  return `${(size / KB).toFixed(1)} kB`;
}

/** `import { z } from "zod"` brings the messages of fifty languages along. */
function refuseLocales(sourceMap) {
  const { sources } = JSON.parse(readFileSync(sourceMap, "utf8"));
  if (sources.some((source) => source.endsWith("zod/v4/locales/fr.js")))
    throw new Error('zod\'s locales are in the Worker: write `import * as z from "zod"`');
}

async function checkMigrations() {
  const output = await run("drizzle-kit", ["generate", "--name", "unexpected"]);
  if (!output.includes("No schema changes"))
    throw new Error(`the schema changed without a migration:\n${output}`);
}

/** PSR-12, by Debian's PHP_CodeSniffer. */
async function checkModuleStyle() {
  const check = spawnSync(
    findCodeSniffer({ install: true }),
    ["--standard=modules/prestashop/phpcs.xml"],
    { cwd: root, encoding: "utf8" },
  );
  if (check.status !== 0) throw new Error(check.stdout + check.stderr);
}

/** @typedef {[name: string, check: () => Promise<unknown>]} Check */

/** What only reads the sources. @type {Check[]} */
const OF_SOURCES = [
  ["types of the Worker", () => run("tsc", ["-p", "tsconfig.json"])],
  ["types of the web app", () => run("tsc", ["-p", "tsconfig.web.json"])],
  ["types of scripts and tests", () => run("tsc", ["-p", "tsconfig.node.json"])],
  ["lint and import rules", () => run("oxlint", ["--deny-warnings"])],
  ["format", () => run("oxfmt", ["--check"])],
  ["dead code", () => run("knip", ["--no-progress"])],
  ["style of the PrestaShop module", checkModuleStyle],
  [
    "binding types are current",
    () =>
      run("wrangler", [
        "types",
        "worker-configuration.d.ts",
        "--include-runtime=false",
        "--strict-vars=false",
        "--check",
      ]),
  ],
  ["migrations match the schema", checkMigrations],
];

/** What is built, one after the other: the Worker brings the pages along. @type {Check[]} */
const OF_BUILDS = [
  ["web first load", checkWebSize],
  ["Worker bundle deploys dry and starts", checkWorker],
];

/**
 * Runs checks one after the other and answers how many failed.
 * @param {readonly Check[]} checks
 */
async function runAll(checks) {
  let failures = 0;
  for (const [name, check] of checks) {
    try {
      const note = await check();
      const isShort = typeof note === "string" && note !== "" && note.length < 24;
      console.log(`ok    ${name}${isShort ? ` (${note})` : ""}`);
    } catch (caught) {
      failures += 1;
      console.error(`FAIL  ${name}\n${caught instanceof Error ? caught.message : caught}\n`);
    }
  }
  return failures;
}

const failed = await Promise.all([runAll(OF_SOURCES), runAll(OF_BUILDS)]);
process.exit(failed.every((failures) => failures === 0) ? 0 : 1);
