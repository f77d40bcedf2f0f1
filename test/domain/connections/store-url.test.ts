import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkStoreUrl, isPublicName } from "../../../src/domain/connections/store-url";
import { SyncError } from "../../../src/domain/errors/sync-error";

const RULES = { allowLocalHosts: false, ownHosts: ["weft.example"] };

const reasonOf = (url: string, rules = RULES): unknown => {
  try {
    checkStoreUrl(url, rules);
    return undefined;
  } catch (caught) {
    if (!(caught instanceof SyncError)) throw caught;
    expect(caught).toMatchObject({ remedy: "merchant", code: "store.url_invalid" });
    return caught.facts["reason"];
  }
};

describe("shop addresses", () => {
  it("accepts a public https name with or without a folder", () => {
    for (const url of [
      "https://shop.example",
      "https://www.shop.co.uk/fr",
      "https://xn--bcher-kva.example",
    ])
      expect(reasonOf(url)).toBeUndefined();
  });

  it.each([
    ["http://shop.example", "not_https"],
    ["ftp://shop.example", "not_https"],
    ["javascript:alert(1)", "not_https"],
    ["https://user:pass@shop.example", "has_login"],
    ["https://user@shop.example", "has_login"],
    ["https://shop.example:8443", "port"],
    ["https://shop.example:22", "port"],
    ["not an address", "unreadable"],
    ["", "unreadable"],
    ["https://localhost", "private_name"],
    ["https://LOCALHOST.", "private_name"],
    ["https://printer.local", "private_name"],
    ["https://db.internal", "private_name"],
    ["https://router.lan", "private_name"],
    ["https://host.home.arpa", "private_name"],
    ["https://intranet", "private_name"],
    ["https://weft.example", "private_name"],
    ["https://api.weft.example/x", "private_name"],
    ["https://something.workers.dev", "private_name"],
    ["https://metadata.google.internal", "private_name"],
    ["https://[::1]", "private_name"],
    ["https://[::ffff:127.0.0.1]", "private_name"],
    ["https://[fd00::1]", "private_name"],
  ])("refuses %s as %s", (url, reason) => expect(reasonOf(url)).toBe(reason));

  it("refuses an IPv4 address in every notation a browser understands", () => {
    const notations = (address: number): string[] => {
      const bytes = [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      return [
        bytes.join("."),
        String(address),
        `0x${address.toString(16)}`,
        `0${address.toString(8)}`,
        bytes.map((byte) => `0x${byte.toString(16)}`).join("."),
        bytes.map((byte) => `0${byte.toString(8)}`).join("."),
        `${a}.${(b << 16) | (c << 8) | d}`,
        `${a}.${b}.${(c << 8) | d}`,
        `${bytes.join(".")}.`,
      ];
    };
    fc.assert(
      fc.property(fc.nat(0xffffffff), (address) => {
        for (const host of notations(address)) expect(reasonOf(`https://${host}/`)).toBeDefined();
      }),
    );
  });

  it("refuses every IPv6 address", () =>
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(reasonOf(`https://[${address}]/`)).toBeDefined();
      }),
    ));

  it("never lets a name without a dot, or one in a private zone, pass for public", () =>
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom("localhost", "local", "internal"), (name, zone) => {
        expect(isPublicName(name.split(".").at(-1) ?? "", [])).toBe(false);
        expect(isPublicName(`${name}.${zone}`, [])).toBe(false);
        expect(isPublicName(name.toUpperCase(), [name])).toBe(false);
      }),
    ));

  it("allows private hosts on a developer's machine, but never a login in them", () => {
    const local = { ...RULES, allowLocalHosts: true };
    for (const url of [
      "http://127.0.0.1:8788/prestashop",
      "http://[::1]:8788",
      "http://localhost:8080",
      "http://shop.test:8080",
      "https://weft.example",
    ])
      expect(reasonOf(url, local)).toBeUndefined();
    expect(reasonOf("http://user:pw@127.0.0.1:8788", local)).toBe("has_login");
  });

  it("sends no key in the open to a public name, from a developer's machine either", () => {
    const local = { ...RULES, allowLocalHosts: true };
    expect(reasonOf("https://shop.example", local)).toBeUndefined();
    expect(reasonOf("http://shop.example", local)).toBe("not_https");
    expect(reasonOf("https://shop.example:8443", local)).toBe("port");
  });
});
