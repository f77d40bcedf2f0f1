import { describe, expect, it } from "vitest";
import * as z from "zod";
import { lines, moduleFiles, runOldest, runOwn } from "../module/php";

const Verdict = z.object({ file: z.string(), title: z.string(), error: z.string().nullable() });
const Lint = z.object({ file: z.string(), faults: z.array(z.string()) });

/** PHP as WebAssembly, on a machine that does much else. */
const SLOWEST_MS = 30_000;

const runs = {
  "PHP 7.2, the oldest of PrestaShop 1.7.6": await runOldest("run.php"),
  "this machine's PHP": runOwn("run.php"),
};

describe.each(Object.entries(runs))("the module's own logic on %s", (_name, printed) => {
  const verdicts = lines(printed).map((line) => Verdict.parse(line));

  it("was tested at all", () => expect(verdicts.length).toBeGreaterThan(40));

  it.each(verdicts)("$file: $title", ({ error }) => expect(error).toBeNull());
});

describe("every file of the module", () => {
  it("compiles on PHP 7.2 and calls nothing that came later", { timeout: SLOWEST_MS }, async () => {
    const found = lines(await runOldest("lint.php")).map((line) => Lint.parse(line));
    expect(found.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(found.map(({ file }) => file).toSorted()).toEqual(moduleFiles().toSorted());
  });
});
