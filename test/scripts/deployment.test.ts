/** What a deployment must not do by the platform's defaults. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const toml = readFileSync("wrangler.toml", "utf8");

/** The lines below a heading, without comments. */
function section(name: string): string[] {
  const [, after = ""] = toml.split(`\n[${name}]\n`);
  const [own = ""] = after.split(/\n\[/);
  return own
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

it("keeps no address of any request: they carry codes, keys and secrets of the shops", () => {
  expect(section("observability.logs")).toContain("invocation_logs = false");
  expect(section("observability.traces")).toEqual(["enabled = false"]);
});

it("is no developer's machine", () => {
  for (const name of ["DEVELOPMENT", "ALLOW_LOCAL_SHOPS"]) expect(toml).not.toContain(name);
});
