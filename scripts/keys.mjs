/**
 * `npm run keys -- rotate FILE`: makes the next sealing key, keeps it in FILE (mode 0600) and gives it to the
 * deployed Weft, which seals everything anew by it within hours. No older key is needed: each has a secret of its
 * own, so that what cannot be read back need not be.
 * `npm run keys -- keep FILE`: the same where FILE is to hold a key that opens everything, because none was kept.
 * `npm run keys -- drop VERSION`: takes an older key away once `seals.renewed` is logged no more.
 */
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { appendFileSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, run, toolEnv } = await import("./stack.mjs");
const config = join(root, ".weft", "wrangler.deploy.toml");
const nameOf = (version) => `SEALING_KEY_${version}`;

async function versions() {
  const text = await run("wrangler", ["secret", "list", "-c", config, "--format", "json"]);
  const names = JSON.parse(text.slice(text.indexOf("["))).map((secret) => secret.name);
  return names.flatMap((name) => /^SEALING_KEY_(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

function hand(args, value) {
  return new Promise((resolve, reject) => {
    const wrangler = join(root, "node_modules", ".bin", "wrangler");
    const child = spawn(wrangler, [...args, "-c", config], {
      cwd: root,
      env: toolEnv(),
      stdio: ["pipe", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`wrangler: ${code}`)),
    );
    child.stdin.end(value);
  });
}

/** The file first: a key that seals and is kept nowhere is what this is to prevent. */
async function rotate(file) {
  const version = Math.max(1, ...(await versions())) + 1;
  const key = randomBytes(32).toString("base64");
  appendFileSync(file, `${nameOf(version)}=${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  await hand(["secret", "put", nameOf(version)], key);
  console.log(
    `Key ${version} seals from now on; it is kept in ${file}. Put that file into a vault.`,
  );
}

const [, , what, value] = process.argv;
if (!what || !value || !["rotate", "keep", "drop"].includes(what)) {
  console.error("npm run keys -- rotate FILE | keep FILE | drop VERSION");
  process.exit(2);
}
await (what === "drop" ? hand(["secret", "delete", nameOf(value)], "y\n") : rotate(value));
