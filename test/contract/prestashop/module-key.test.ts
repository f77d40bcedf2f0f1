/** What the key of a module allows: enough beside the module, and no more than that. */
import { expect, it } from "vitest";
import { breakStore } from "../../../simulator/prestashop/break-store";
import { OFFERED_BESIDE_MODULE } from "../../../src/domain/connections/module-permissions";
import { OFFERED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import { keyPermissions } from "../../../src/platforms/prestashop/access";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf } from "./prestashop-harness";
import { createModuleKey, MODULE_KEY, openSimulator, STORE_KEY } from "./simulated-store";

const URL_OF_STORE = "https://shop.example/store";
const SECRET = "the-secret-of-a-paired-module-01";
const now = () => Date.UTC(2026, 10, 24, 12);
const DEPS = { now };

function open() {
  const store = openSimulator({ flavour: "8.2.1", baseUrl: URL_OF_STORE, key: STORE_KEY, now });
  createModuleKey(store, "8.2.1");
  const session = (secret?: string) =>
    prestashop.open(
      { url: URL_OF_STORE, key: MODULE_KEY, ...(secret && { secret }) },
      depsOf(DEPS, store.fetch),
    );
  return { store, session };
}

it("holds nothing that makes customers, carts or orders, and is broader for modules before 0.3", () => {
  const allowed = keyPermissions("0.3.0");
  expect(allowed).toEqual(OFFERED_BESIDE_MODULE);
  for (const resource of ["customers", "carts", "cart_rules", "order_cart_rules"])
    expect(allowed).not.toHaveProperty([resource]);
  expect(allowed["orders"]).toEqual(["GET", "PATCH"]);
  expect(allowed["specific_prices"]).toEqual(["GET"]);
  for (const older of ["0.2.0", "0.1.9"])
    expect(keyPermissions(older)).toEqual(OFFERED_PERMISSIONS);
});

it("is enough while the module is there, and named as lacking where it is not", async () => {
  const { store, session } = open();
  expect((await session(SECRET).checkAccess()).missingPermissions).toContain("orders: POST");
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
  expect((await session(SECRET).checkAccess()).missingPermissions).toEqual([]);
  // Whoever has no secret of the module works by the webservice.
  expect((await session().checkAccess()).missingPermissions).toContain("carts: GET");
});

it("passes the health check beside the module, and not without it", async () => {
  const { store, session } = open();
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
  const verdict = async () =>
    (await session(SECRET).examine({ moduleVersion: "0.3.0" })).find(
      ({ check }) => check === "store.permissions",
    )?.verdict;
  expect(await verdict()).toBe("pass");
  store.uninstallModule();
  expect(await verdict()).toBe("fail");
});

it.each([
  ["its lost secret", "module.paired", { module: { isUnpaired: true } }],
  ["the store's clock", "store.clock", { host: { clockSkewMs: 20 * 60_000 } }],
] as const)("names %s as what stops orders, and not the key", async (_title, cause, broken) => {
  const { store, session } = open();
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
  breakStore(store, broken);
  const findings = await session(SECRET).examine({ moduleVersion: "0.3.0" });
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  expect(failed).toMatchObject([{ check: cause, facts: { stopsOrders: true } }]);
  expect(findings.find(({ check }) => check === "store.permissions")).toMatchObject({
    verdict: "skipped",
    because: cause,
  });
});

it("opens the paired shop of several, and no other", async () => {
  const { store, session } = open();
  store.addShop("Outlet");
  store.changeWebserviceKey(MODULE_KEY, { shopId: "1" });
  expect((await session().pullPage({}, 10)).products.length).toBeGreaterThan(0);
  const other = prestashop.open(
    { url: `${URL_OF_STORE}/outlet`, key: MODULE_KEY },
    depsOf(DEPS, store.fetch),
  );
  await expect(other.pullPage({}, 10)).rejects.toMatchObject({
    code: "prestashop.shop_not_allowed",
  });
});
