/** Every planted bug is still a change of the product's text; `npm run mutants` says what catches it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MUTANTS } from "../mutants/mutants.mjs";
import { plant } from "../mutants/plant.mjs";

describe("the planted bugs", () => {
  it("are forty or more, each by another name", () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(MUTANTS)("can be planted: $name", (mutant) => {
    const text = readFileSync(mutant.file, "utf8");
    expect(plant(text, mutant)).not.toBe(text);
  });

  it("name a test file that exists", () => {
    const files = MUTANTS.map(({ caughtBy }) => caughtBy).filter((by) => typeof by === "string");
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});
