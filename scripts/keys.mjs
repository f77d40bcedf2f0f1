/**
 * `npm run keys -- rotate FILE`: makes the next sealing key, keeps it in FILE (mode 0600) and gives it to the
 * deployed Weft, which seals everything anew by it within hours. No older key is needed: each has a secret of its
 * own, so that what cannot be read back need not be. Broken off, it is run again with the same FILE.
 * `npm run keys -- keep FILE`: the same where FILE is to hold a key that opens everything, because none was kept.
 * `npm run keys -- drop VERSION`: takes an older key away, unless something is sealed by it still.
 */
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, toolEnv } = await import("./stack.mjs");
const config = join(root, ".weft", "wrangler.deploy.toml");
/** Tests put a stand-in in its place. */
const command = process.env.WEFT_WRANGLER ?? join(root, "node_modules", ".bin", "wrangler");
const nameOf = (version) => `SEALING_KEY_${version}`;

/** Runs wrangler to its end with a text on standard input, so that no secret stands in a process list. */
function wrangler(args, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, "-c", config], {
      cwd: root,
      env: toolEnv(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`wrangler ${args[0]} ${args[1]} failed`)),
    );
    // It may end without having read.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

const readJson = (text) => JSON.parse(text.slice(text.indexOf("[")));

async function versions() {
  const listed = readJson(await wrangler(["secret", "list", "--format", "json"]));
  return listed.flatMap(({ name }) => /^SEALING_KEY_(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

/** The key of a version that the file holds from a run that broke off. */
function keptIn(file, version) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return new RegExp(`^${nameOf(version)}=(.+)$`, "m").exec(text)?.[1];
}

/** The file first: a key that seals and is kept nowhere is what this is to prevent. */
async function rotate(file) {
  const version = Math.max(1, ...(await versions())) + 1;
  const kept = keptIn(file, version);
  const key = kept ?? randomBytes(32).toString("base64");
  if (kept === undefined) appendFileSync(file, `${nameOf(version)}=${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  await wrangler(["secret", "put", nameOf(version)], key);
  console.log(
    `Key ${version} seals from now on; it is kept in ${file}. Put that file into a vault.`,
  );
}

/** How many texts a key still opens, in the deployed database. */
async function sealedBy(version) {
  const count = (table) =>
    `(SELECT count(*) FROM ${table} WHERE sealed LIKE 's1.${Number(version)}.%')`;
  const query = `SELECT ${count("credential")} + ${count("second_factor")} AS sealed`;
  const asked = ["d1", "execute", "weft", "--remote", "--json", "--command", query];
  return readJson(await wrangler(asked))[0].results[0].sealed;
}

async function drop(version) {
  if (Number(version) >= Math.max(...(await versions())))
    throw new Error(`Key ${version} is the newest: rotate first.`);
  const left = await sealedBy(version);
  if (left > 0)
    throw new Error(`${left} secrets are sealed by key ${version} still: wait some hours.`);
  await wrangler(["secret", "delete", nameOf(version)], "y\n");
  console.log(`Key ${version} is gone.`);
}

const [, , what, value] = process.argv;
const isDrop = what === "drop" && /^\d+$/.test(value ?? "");
if (!value || !(isDrop || what === "rotate" || what === "keep")) {
  console.error("npm run keys -- rotate FILE | keep FILE | drop VERSION");
  process.exit(2);
}
await (isDrop ? drop(value) : rotate(value)).catch((caught) => {
  console.error(caught instanceof Error ? caught.message : caught);
  process.exit(1);
});
