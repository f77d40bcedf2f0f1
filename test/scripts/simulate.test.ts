/** The whole Worker in one process: histories that once went wrong end right, whatever the transport. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const simulate = (...args: string[]) =>
  promisify(execFile)("node", ["scripts/simulate.mjs", ...args]).then(
    ({ stdout }) => stdout,
    (failed: { stdout: string; stderr: string }) => failed.stdout + failed.stderr,
  );

describe("the named histories", { timeout: 240_000 }, () => {
  for (const transport of ["store", "module"])
    it(`end right: ${transport}`, async () => {
      expect(await simulate("--named", "all", "--only", transport)).toMatch(
        /(^|\n)\d\d histories, 0 broken\n$/,
      );
    });
});
