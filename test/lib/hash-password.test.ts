import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "../../src/lib/hash-password";

// Each hash is slow on purpose.
describe("password hashes", { timeout: 30_000 }, () => {
  it("know the password they were made of and no other", async () => {
    const hash = await hashPassword("correct horse battery");
    expect(await verifyPassword("correct horse battery", hash)).toBe(true);
    expect(await verifyPassword("correct horse batterz", hash)).toBe(false);
    expect(await verifyPassword("", hash)).toBe(false);
  });

  it("differ for the same password and carry their cost", async () => {
    const [first, second] = [await hashPassword("same"), await hashPassword("same")];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^scrypt\$n=16384,r=8,p=5\$/);
  });

  it("verify a hash of another cost by the cost written in it", async () => {
    // RFC 7914's own vector for ("pleaseletmein", "SodiumChloride", 16384, 8, 1), cut to 32 bytes.
    const key = "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2";
    const bytes = (key.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    const hash = `scrypt$n=16384,r=8,p=1$${btoa("SodiumChloride")}$${btoa(String.fromCharCode(...bytes))}`;
    expect(await verifyPassword("pleaseletmein", hash)).toBe(true);
  });

  it("are wrong, not an error, when they have another shape or an absurd cost", async () => {
    for (const hash of ["", "plain", "scrypt$n=1$a$b", "scrypt$n=1073741824,r=8,p=5$AAAA$AAAA"])
      expect(await verifyPassword("x", hash)).toBe(false);
  });
});
