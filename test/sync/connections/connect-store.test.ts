import { expect, it, vi } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import type { SourceSession } from "../../../src/platforms/source";
import { connectSource, type ConnectSourceDeps } from "../../../src/sync/connections/connect-store";

const HELD = [{ id: "8", name: "Mug", skus: ["demo_13"] }];

const product = (id: string, name: string, sku: string) =>
  ({ id, name, variants: [{ sku }] }) as unknown as SourceProduct;

/** A connection whose store is known; the shop at the new address sells `found`. */
function deps(found: readonly SourceProduct[], held = HELD) {
  const saved: string[] = [];
  const session = {
    checkAccess: async () => ({ version: "8.2.1", missingPermissions: [], unseen: [] }),
    readStore: async () => ({
      version: "8.2.1",
      shopName: "Shop",
      currency: "GBP",
      timeZone: "UTC",
    }),
    pullProducts: async () => ({ products: found, unreadable: [] }),
  } as unknown as SourceSession;
  const record = {
    normaliseUrl: (typed) => typed,
    saved: { url: "https://old.example", readKey: async () => "k" },
    sampleProducts: async () => held,
    readSecrets: async () => ({ secret: "secret" }),
    open: () => session,
    save: async ({ url }) => void saved.push(url),
    clearProblem: async () => {},
  } satisfies ConnectSourceDeps;
  return { record, saved };
}

/** Nobody minds the new address. */
const follow = () => {};
const MOVED = { url: "https://new.example", key: "k" };

it("follows a shop to a new address when it knows a product held here", async () => {
  const { record, saved } = deps([product("8", "Mug, renamed", "demo_13")]);
  await connectSource(record, MOVED, follow);
  expect(saved).toEqual(["https://new.example"]);
});

it("refuses another shop, whose ids would lead to other products and orders", async () => {
  for (const found of [[], [product("8", "Sofa", "S-1")], [product("9", "Mug", "demo_13")]]) {
    const { record, saved } = deps(found);
    await expect(connectSource(record, MOVED, follow)).rejects.toMatchObject({
      code: "store.another_catalogue",
    });
    expect(saved).toEqual([]);
  }
});

it("refuses an address that answers for several shops, of which nobody tells which is meant", async () => {
  const shop = (isKnown: boolean) => ({
    record: {
      ...deps([]).record,
      open: () =>
        ({
          checkAccess: async () => ({ version: "8.2.1", missingPermissions: [], unseen: [] }),
          readStore: async () => ({ version: "8.2.1", shop: { id: "1", name: "", isKnown } }),
        }) as unknown as SourceSession,
    },
  });
  const same = { url: "https://old.example" };
  await expect(connectSource(shop(false).record, same, follow)).rejects.toMatchObject({
    code: "store.shop_unknown",
  });
  await expect(connectSource(shop(true).record, same, follow)).resolves.toBeDefined();
});

it("takes any shop while nothing was pulled, and asks nothing of the same address", async () => {
  const fresh = deps([], []);
  await connectSource(fresh.record, MOVED, follow);
  const same = deps([]);
  await connectSource(same.record, { url: "https://old.example", key: "new key" }, follow);
  expect([...fresh.saved, ...same.saved]).toEqual(["https://new.example", "https://old.example"]);
});

it("asks before it follows to another host or another path of it, and asks nothing of either", async () => {
  for (const url of ["https://new.example", "https://old.example/other"]) {
    const { record, saved } = deps([product("8", "Mug", "demo_13")]);
    const open = vi.fn(record.open);
    const refuse = () => Promise.reject(new Error("wait"));
    await expect(connectSource({ ...record, open }, { url, key: "k" }, refuse)).rejects.toThrow(
      "wait",
    );
    expect([saved, open.mock.calls]).toEqual([[], []]);
  }
});

it("knows another shop by half of the products asked for, not by one that happens to be alike", async () => {
  const held = ["1", "2", "3", "4"].map((id) => ({ id, name: `P${id}`, skus: [`S${id}`] }));
  const alike = (count: number) =>
    held.slice(0, count).map(({ id, name }) => product(id, name, "x"));
  await expect(connectSource(deps(alike(1), held).record, MOVED, follow)).rejects.toMatchObject({
    code: "store.another_catalogue",
  });
  await expect(connectSource(deps(alike(2), held).record, MOVED, follow)).resolves.toBeDefined();
});
