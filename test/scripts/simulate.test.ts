/** The whole Worker in one process: histories that once went wrong end right, whatever the transport. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const simulate = (...args: string[]) =>
  promisify(execFile)("node", ["scripts/simulate.mjs", ...args]).then(
    ({ stdout }) => stdout,
    (failed: { stdout: string; stderr: string }) => failed.stdout + failed.stderr,
  );

/** Broken by none of these seeds; the other rules have kinds that are open, which a run prints. */
const KEPT =
  /^ {2}(one order|lines and totals|stock counted|secret|bounded calls|tenants apart|incident):.*/m;

describe("histories by chance", { timeout: 600_000 }, () => {
  for (const transport of ["store", "module"])
    it(`keep money, goods and borders: ${transport}`, async () => {
      const printed = await simulate("--seeds", "100", "--show", "1", "--only", transport);
      expect(printed).toContain("100 histories");
      expect(KEPT.exec(printed)?.[0]).toBeUndefined();
    });
});

describe("the named histories", { timeout: 240_000 }, () => {
  for (const transport of ["store", "module"])
    it(`end right: ${transport}`, async () => {
      expect(await simulate("--named", "all", "--only", transport)).toMatch(
        /(^|\n)\d\d histories, 0 broken\n$/,
      );
    });
});
