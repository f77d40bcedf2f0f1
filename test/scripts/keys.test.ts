/** `npm run keys` against a stand-in for wrangler: whatever breaks off, no key that seals is lost. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

/** Keeps secrets in a file and notes how it was called; `FAKE_FAILS`: "list", or when a "put" breaks off. */
const STAND_IN = `#!${process.execPath}
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const folder = process.env.FAKE_FOLDER;
const fails = process.env.FAKE_FAILS;
const [what, verb, name] = process.argv.slice(2);
const secrets = JSON.parse(readFileSync(folder + "/secrets.json", "utf8"));
appendFileSync(folder + "/calls", process.argv.slice(2, -2).join(" ") + "\\n");
const save = () => writeFileSync(folder + "/secrets.json", JSON.stringify(secrets));
if (fails === verb) process.exit(1);
if (verb === "list") console.log("wrangler says hello\\n" + JSON.stringify(Object.keys(secrets).map((name) => ({ name }))));
if (what === "d1") console.log(JSON.stringify([{ results: [{ sealed: Number(process.env.FAKE_SEALED ?? 0) }] }]));
if (verb === "put") {
  if (fails === "before") process.exit(1);
  secrets[name] = readFileSync(0, "utf8");
  save();
  if (fails === "after") process.exit(1);
}
if (verb === "delete") {
  delete secrets[name];
  save();
}
`;

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-keys-"));
  file = join(folder, "kept");
  writeFileSync(join(folder, "wrangler"), STAND_IN);
  chmodSync(join(folder, "wrangler"), 0o755);
  writeFileSync(join(folder, "secrets.json"), JSON.stringify({ SEALING_KEYS: "first" }));
});

function keys(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/keys.mjs", ...args], {
    encoding: "utf8",
    env: {
      ...process.env,
      WEFT_WRANGLER: join(folder, "wrangler"),
      FAKE_FOLDER: folder,
      ...env,
    },
  });
  return { status, said: stdout + stderr };
}

const deployed = (): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
const kept = () =>
  Object.fromEntries(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

describe("rotating the sealing key", () => {
  it("gives the next key to the deployment and keeps it, readable by its owner alone", () => {
    expect(keys(["rotate", file]).status).toBe(0);
    expect(keys(["rotate", file]).status).toBe(0);
    const { SEALING_KEYS, ...made } = deployed();
    expect(SEALING_KEYS).toBe("first");
    expect(Object.keys(made)).toEqual(["SEALING_KEY_2", "SEALING_KEY_3"]);
    expect(kept()).toEqual(made);
    for (const key of Object.values(made)) expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const calls = readFileSync(join(folder, "calls"), "utf8");
    for (const key of Object.values(made)) expect(calls).not.toContain(key);
  });

  it.each(["before", "after"])("loses no key where it breaks off %s the effect", (moment) => {
    const broken = keys(["rotate", file], { FAKE_FAILS: moment });
    expect(broken.status).toBe(1);
    expect(keys(["rotate", file]).status).toBe(0);
    const { SEALING_KEYS: _first, ...made } = deployed();
    // What seals is kept, and of each version there is one key.
    expect(kept()).toMatchObject(made);
    const lines = readFileSync(file, "utf8").trim().split("\n");
    expect(new Set(lines.map((line) => line.split("=")[0])).size).toBe(lines.length);
  });

  it("makes nothing where what there is cannot be read", () => {
    expect(keys(["rotate", file], { FAKE_FAILS: "list" }).status).toBe(1);
    expect(existsSync(file)).toBe(false);
    expect(deployed()).toEqual({ SEALING_KEYS: "first" });
  });

  it("says how it is used where it is called wrongly", () => {
    for (const args of [[], ["rotate"], ["drop", "all"], ["forget", file]])
      expect(keys(args)).toMatchObject({ status: 2 });
    expect(existsSync(join(folder, "calls"))).toBe(false);
  });
});

describe("dropping an older key", () => {
  it("goes by its version, and not while anything is sealed by it", () => {
    keys(["rotate", file]);
    keys(["rotate", file]);
    expect(keys(["drop", "2"], { FAKE_SEALED: "3" })).toMatchObject({ status: 1 });
    expect(deployed()).toHaveProperty("SEALING_KEY_2");
    expect(keys(["drop", "2"]).status).toBe(0);
    expect(Object.keys(deployed())).toEqual(["SEALING_KEYS", "SEALING_KEY_3"]);
  });

  it("never takes the newest", () => {
    keys(["rotate", file]);
    expect(keys(["drop", "2"]).said).toContain("rotate first");
    expect(deployed()).toHaveProperty("SEALING_KEY_2");
  });
});
