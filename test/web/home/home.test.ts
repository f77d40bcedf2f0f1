import { describe, expect, it } from "vitest";
import type { HomeView } from "../../../src/contract/home";
import { nextSteps } from "../../../web/home/home";

describe("what to do next", () => {
  const home = (change: Partial<HomeView>): HomeView => ({
    products: { synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 },
    orders: {
      waiting: 0,
      unsynced: 0,
      unfulfilled: 0,
      fulfilled: 0,
      cancelled: 0,
      platform: 0,
      archived: 0,
    },
    categories: { mapped: 0, suggested: 0, unmapped: 0 },
    recentTasks: [],
    health: null,
    ...change,
  });
  const nothing = { packageDefaults: null, carrierMap: [] };
  const ready = {
    packageDefaults: { lengthMm: 1, widthMm: 1, heightMm: 1, weightGrams: 1 },
    carrierMap: [
      { carrierReference: "1", carrierName: "Post", providerId: "p", providerName: "P" },
    ],
  };
  const open = (view: HomeView, settings: Parameters<typeof nextSteps>[1] = nothing) =>
    nextSteps(view, settings)
      ?.filter((step) => !step.isDone)
      .map((step) => step.key) ?? null;
  const orders = (change: Partial<HomeView["orders"]>) => ({ ...home({}).orders, ...change });

  it("goes from package and carriers to pull, categories and push", () => {
    const products = { synced: 0, not_synced: 3, sync_failed: 0, update_failed: 0 };
    expect(open(home({}))).toEqual(["package", "carriers", "pull", "map", "push", "orders"]);
    expect(open(home({ products, categories: { mapped: 1, suggested: 1, unmapped: 0 } }))).toEqual([
      "package",
      "carriers",
      "map",
      "push",
      "orders",
    ]);
    const categories = { mapped: 2, suggested: 0, unmapped: 0 };
    expect(open(home({ products: { ...products, synced: 1 }, categories }), ready)).toEqual([
      "orders",
    ]);
  });

  it("stays for a shop that had orders before, and is gone once all of it is done", () => {
    expect(open(home({ orders: orders({ cancelled: 9, unsynced: 1 }) }))).toContain("pull");
    const done = home({
      products: { synced: 1, not_synced: 0, sync_failed: 0, update_failed: 0 },
      categories: { mapped: 1, suggested: 0, unmapped: 0 },
      orders: orders({ fulfilled: 1 }),
    });
    expect(open(done, ready)).toBeNull();
    expect(open(done)).toEqual(["package", "carriers"]);
  });
});
