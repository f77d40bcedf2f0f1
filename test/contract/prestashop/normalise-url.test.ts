import { describe, expect, it } from "vitest";
import { normaliseUrl } from "../../../src/platforms/prestashop/normalise-url";

describe("the address of a store", () => {
  it.each([
    ["shop.example", "https://shop.example"],
    ["  https://Shop.Example/fr/  ", "https://shop.example/fr"],
    ["https://shop.example/api/", "https://shop.example"],
    ["https://shop.example/sub/index.php?x=1#y", "https://shop.example/sub"],
    ["https://shop.example/api/products?ws_key=ABC", "https://shop.example"],
    ["https://shop.example/sub/webservice/dispatcher.php", "https://shop.example/sub"],
    ["https://shop.example/admin123/index.php?controller=AdminLogin", "https://shop.example"],
    ["https://shop.example/sub/admin-4x/", "https://shop.example/sub"],
    ["https://shop.example/administration", "https://shop.example/administration"],
    ["https:/shop.example", "https://shop.example"],
    ["https:///shop.example/", "https://shop.example"],
    ["shop.example/apiary", "https://shop.example/apiary"],
    ["https://shop.example:8443", "https://shop.example:8443"],
  ])("%s becomes %s", (typed, base) => {
    expect(normaliseUrl(typed, false)).toBe(base);
  });

  it.each([
    ["", "unreadable"],
    ["my shop", "unreadable"],
    ["http://shop.example", "not_https"],
    ["ftp://shop.example", "not_https"],
    ["https://10.0.0.1", "ip_address"],
    ["https://0x7f.1", "ip_address"],
    ["https://[::1]/", "ip_address"],
    ["localhost", "private_name"],
    ["https://shop.internal", "private_name"],
    ["https://shop", "private_name"],
    ["https://user:pass@shop.example", "has_login"],
  ])("%s is refused: %s", (typed, reason) => {
    expect(() => normaliseUrl(typed, false)).toThrow(
      expect.objectContaining({ code: "store.url_invalid", facts: { reason } }),
    );
  });

  it("may be a local one only on a developer's machine", () => {
    expect(normaliseUrl("http://127.0.0.1:8080/", true)).toBe("http://127.0.0.1:8080");
  });
});
