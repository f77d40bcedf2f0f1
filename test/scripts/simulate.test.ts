/** The whole Worker in one process: whatever people do and whatever breaks, it ends right. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const simulate = (...args: string[]) =>
  promisify(execFile)("node", ["scripts/simulate.mjs", ...args]).then(
    ({ stdout }) => stdout,
    (failed: { stdout: string; stderr: string }) => failed.stdout + failed.stderr,
  );

describe("two thousand histories by chance", { timeout: 1_200_000 }, () => {
  it("end right by both transports", async () => {
    const printed = await simulate("--seeds", "2000", "--show", "1", "--only", "both");
    expect(printed).toContain("1100 histories by store, 0 broken");
    expect(printed).toContain("900 histories by module, 0 broken");
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
