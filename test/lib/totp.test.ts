import { expect, it } from "vitest";
import { newTotpSecret, totpCode, totpStepOf } from "../../src/lib/totp";

/** "12345678901234567890", the secret of RFC 6238's own examples. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

it.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
])("the code at %s seconds is that of the RFC", async (seconds, code) => {
  expect(await totpCode(SECRET, Math.floor(seconds / 30))).toBe(code);
});

it("a code is good half a minute before and after, and no longer", async () => {
  const now = 1_111_111_111_000;
  const step = Math.floor(now / 30_000);
  for (const drift of [-1, 0, 1])
    expect(await totpStepOf(SECRET, await totpCode(SECRET, step + drift), now)).toBe(step + drift);
  for (const drift of [-2, 2])
    expect(await totpStepOf(SECRET, await totpCode(SECRET, step + drift), now)).toBeUndefined();
  for (const code of ["", "12345", "1234567", "abcdef"])
    expect(await totpStepOf(SECRET, code, now)).toBeUndefined();
  expect(await totpStepOf(SECRET, "050 471", now)).toBe(step);
});

it("a new secret has 160 bits and another one is another", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
});
