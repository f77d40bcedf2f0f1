import { describe, expect, it } from "vitest";
import { adminPages, normaliseAdminUrl } from "../../../src/platforms/prestashop/admin-pages";
import { findModule } from "../../../src/platforms/prestashop/module/find-module";
import { failureOf } from "../../support/failure-of";
import { moduleWire, signedAnswer } from "../../support/module-wire";

const STORE = "https://shop.example";

describe("the address of a back office", () => {
  it.each([
    "https://shop.example/admin12ab",
    "shop.example/admin12ab/",
    "https://shop.example/admin12ab/index.php/sell/orders/?_token=SECRET#x",
    "https://shop.example/admin12ab/index.php?controller=AdminOrders&token=SECRET",
    "https://shop.example/admin12ab/sell/catalog/products/7",
    "  HTTPS://Shop.Example/admin12ab  ",
  ])("is the folder in %s, without page and token", (typed) => {
    expect(normaliseAdminUrl(typed, STORE)).toBe("https://shop.example/admin12ab");
  });

  it("may have www where the store has not, and the other way round", () => {
    const office = "https://www.shop.example/admin1";
    expect(normaliseAdminUrl(office, STORE)).toBe(office);
  });

  it("is a folder below a store in a folder, by the store's own scheme and port", () => {
    const store = "http://127.0.0.1:8788/fr";
    const typed = "http://127.0.0.1:8788/fr/admin1/index.php";
    expect(normaliseAdminUrl(typed, store)).toBe("http://127.0.0.1:8788/fr/admin1");
  });

  it.each([
    ["", "unreadable"],
    ["my office", "unreadable"],
    ["javascript:alert(1)", "unreadable"],
    ["https://me:word@shop.example/admin1", "has_login"],
    ["http://shop.example/admin1", "not_https"],
    ["https://shop.example.evil.example/admin1", "other_host"],
    ["https://shop.example:8443/admin1", "other_host"],
    ["ftp://shop.example/admin1", "other_host"],
    ["https://shop.example", "no_folder"],
    ["https://shop.example/index.php?id_product=1", "no_folder"],
  ])("is not %j (%s)", async (typed, reason) => {
    const failure = await failureOf((async () => normaliseAdminUrl(typed, STORE))());
    expect(failure).toMatchObject({ code: "store.admin_url_invalid", facts: { reason } });
  });
});

describe("pages of the back office", () => {
  it("are those that each version opens, and carry no token", () => {
    const office = "https://shop.example/admin1";
    const order = `${office}/index.php?controller=AdminOrders&id_order=5&vieworder`;
    for (const version of ["1.7.6.9", "1.7.8.11", "8.2.1", "9.1.4", ""])
      expect(adminPages(office, version).order("5")).toBe(order);
    for (const version of ["1.7.6.9", "1.7.8.11", "8.0.5"])
      expect(adminPages(office, version).product("7")).toBe(
        `${office}/index.php/sell/catalog/products/7`,
      );
    for (const version of ["8.1.0", "8.2.1", "9.0.0", "9.1.4", ""])
      expect(adminPages(office, version).product("7")).toBe(
        `${office}/index.php?controller=AdminProducts&id_product=7&updateproduct`,
      );
  });
});

describe("where the module says the back office is", () => {
  const secret = "the-secret-of-a-paired-module-01";
  const known = {
    version: "8.2.1",
    php: "8.2.29",
    name: "Shop",
    url: STORE,
    timeZone: "Europe/London",
  };
  const host = { isSsl: true, isRewriting: true, isMaintenance: false, isMultishop: false };
  const rounding = { roundType: 2, roundMode: 2 };
  const shop = { ...known, now: 1, ...host, isWebserviceOn: true, ...rounding };
  const report = (adminPath: string | undefined) => ({
    module: "0.3.0",
    shop: { ...shop, adminPath },
    hooks: { missing: [] },
    outbox: { waiting: 0, oldestAt: null, lastDeliveredAt: null, lastError: "" },
    key: { isMade: true, isActive: true, missing: [] },
    paymentModules: [],
    tables: { missing: [] },
  });
  const pathFrom = async (adminPath?: string) => {
    const { deps } = moduleWire(({ id }) =>
      signedAnswer(secret, { answer: id, ok: report(adminPath) }),
    );
    const found = await findModule(deps, { url: STORE, secret }, null);
    expect(found.version).toBe("0.3.0");
    return found.adminPath;
  };

  it.each(["/admin12ab", "/shop/admin-1_2.x"])("takes %s", async (path) => {
    expect(await pathFrom(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "/",
    "admin",
    "//elsewhere.example/admin",
    "/admin/..//x",
    "@elsewhere.example",
    "/admin?_token=1",
    "/admin#x",
    "\\\\elsewhere.example",
  ])("takes no %s, which leads elsewhere or says more than a folder", async (path) => {
    expect(await pathFrom(path)).toBe("");
  });
});
