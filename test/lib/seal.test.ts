import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSealer } from "../../src/lib/seal";

const OLD = btoa("0".repeat(32));
const NEW = btoa("1".repeat(32));
const OWNER = { accountId: "acc_1", connectionId: "con_1", field: "source_key" };

describe("seals", () => {
  it("open to what was sealed, for the same owner and field", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 500 }), async (plain) => {
        const sealer = createSealer(JSON.stringify({ "1": OLD }));
        const sealed = await sealer.seal(plain, OWNER);
        expect(await sealer.open(sealed, OWNER)).toBe(plain);
      }),
      { numRuns: 50 },
    ));

  it("are never the same twice and never show the secret", async () => {
    const sealer = createSealer(JSON.stringify({ "1": OLD }));
    const [first, second] = await Promise.all([
      sealer.seal("very secret", OWNER),
      sealer.seal("very secret", OWNER),
    ]);
    expect(first).not.toBe(second);
    expect(first).not.toContain("secret");
    expect(first).not.toContain(btoa("very secret"));
  });

  it("do not open for another account, connection or field", async () => {
    const sealer = createSealer(JSON.stringify({ "1": OLD }));
    const sealed = await sealer.seal("secret", OWNER);
    for (const change of [{ accountId: "acc_2" }, { connectionId: "con_2" }, { field: "other" }])
      await expect(sealer.open(sealed, { ...OWNER, ...change })).rejects.toMatchObject({
        code: "seal.unreadable",
      });
  });

  it("do not open once a single letter was changed", async () => {
    const sealer = createSealer(JSON.stringify({ "1": OLD }));
    const sealed = await sealer.seal("secret", OWNER);
    const at = sealed.length - 5;
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    await expect(sealer.open(changed, OWNER)).rejects.toMatchObject({ code: "seal.unreadable" });
  });

  it("rotate: the newest key seals, older ones still open, removed ones do not", async () => {
    const before = createSealer(JSON.stringify({ "1": OLD }));
    const during = createSealer(JSON.stringify({ "1": OLD, "2": NEW }));
    const after = createSealer(JSON.stringify({ "2": NEW }));
    const sealed = await before.seal("secret", OWNER);
    expect(await during.open(sealed, OWNER)).toBe("secret");
    const again = await during.seal("secret", OWNER);
    expect(again).toMatch(/^s1\.2\./);
    expect(await after.open(again, OWNER)).toBe("secret");
    await expect(after.open(sealed, OWNER)).rejects.toMatchObject({ code: "seal.unreadable" });
  });

  it("refuse keys of another length", () => {
    expect(() => createSealer(JSON.stringify({ "1": btoa("short") }))).toThrow("32 bytes");
    expect(() => createSealer("{}")).toThrow("32 bytes");
  });
});
