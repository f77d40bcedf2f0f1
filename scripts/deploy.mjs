/**
 * `npm run deploy`: provisions what is missing on Cloudflare, then deploys. Safe to repeat: what
 * exists is left alone, secrets that exist are never overwritten.
 * Needs a login (`npx wrangler login`) and, the first time, PUBLIC_URL and the TIKTOK_* values.
 */
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, run, toolEnv } = await import("./stack.mjs");
const { buildAll, writeConfig } = await import("./build-worker.mjs");

const isDryRun = process.argv.includes("--dry-run");
const config = join(root, ".weft", "wrangler.deploy.toml");

/** Secrets we can make ourselves, and those only TikTok's Partner Center can tell. */
const GENERATED = {
  AUTH_SECRET: () => randomBytes(32).toString("base64url"),
  SEALING_KEYS: () => JSON.stringify({ 1: randomBytes(32).toString("base64") }),
};
const FROM_ENVIRONMENT = ["TIKTOK_APP_KEY", "TIKTOK_APP_SECRET", "TIKTOK_SERVICE_ID"];

const wrangler = (...args) => run("wrangler", args);

/** Creates something, taking "it exists already" for success. */
async function ensure(what, ...args) {
  try {
    await wrangler(...args);
    console.log(`made    ${what}`);
  } catch (caught) {
    const message = caught instanceof Error ? caught.message : String(caught);
    if (!/already (exists|taken)|already own it|11009|10004/i.test(message)) throw caught;
    console.log(`exists  ${what}`);
  }
}

async function databaseId() {
  const list = () =>
    wrangler("d1", "list", "--json").then((text) => JSON.parse(text.slice(text.indexOf("["))));
  const named = (rows) => rows.find((row) => row.name === "weft")?.uuid;
  const existing = named(await list());
  if (existing) return existing;
  await ensure("D1 database weft", "d1", "create", "weft");
  const created = named(await list());
  if (!created)
    throw new Error("The D1 database was created but is not listed yet. Run this again.");
  return created;
}

/** Hands a secret over on standard input, so that it stands in no process list. */
function putSecret(name, value) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(root, "node_modules", ".bin", "wrangler"),
      ["secret", "put", name, "-c", config],
      {
        cwd: root,
        env: toolEnv(),
        stdio: ["pipe", "ignore", "inherit"],
      },
    );
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`secret ${name} was not stored`)),
    );
    child.stdin.end(value);
  });
}

async function ensureSecrets() {
  const text = await wrangler("secret", "list", "-c", config, "--format", "json").catch(() => "[]");
  const present = new Set(JSON.parse(text.slice(text.indexOf("["))).map((secret) => secret.name));
  const missing = FROM_ENVIRONMENT.filter((name) => !present.has(name) && !process.env[name]);
  if (missing.length > 0)
    throw new Error(`Set these from TikTok's Partner Center and run again: ${missing.join(", ")}`);
  for (const [name, make] of Object.entries(GENERATED))
    if (!present.has(name)) await putSecret(name, make());
  for (const name of FROM_ENVIRONMENT) {
    const value = process.env[name];
    if (value && !present.has(name)) await putSecret(name, value);
  }
}

async function main() {
  await buildAll();
  if (isDryRun) {
    writeConfig("deploy", { publicUrl: process.env.PUBLIC_URL });
    await wrangler("deploy", "-c", config, "--dry-run", "--outdir", join(root, ".weft", "dry-run"));
    console.log("The dry run is fine; nothing was deployed.");
    return;
  }
  if (!process.env.PUBLIC_URL)
    throw new Error(
      "Say where Weft will live, for example: PUBLIC_URL=https://weft.example npm run deploy",
    );
  writeConfig("deploy", { databaseId: await databaseId(), publicUrl: process.env.PUBLIC_URL });
  await ensure("queue weft-jobs-dead", "queues", "create", "weft-jobs-dead");
  await ensure("queue weft-jobs", "queues", "create", "weft-jobs");
  await wrangler("d1", "migrations", "apply", "weft", "--remote", "-c", config);
  await ensureSecrets();
  await wrangler("deploy", "-c", config);
  console.log(`Weft is deployed at ${process.env.PUBLIC_URL}.`);
}

main().catch((caught) => {
  console.error(caught instanceof Error ? caught.message : caught);
  process.exit(1);
});
