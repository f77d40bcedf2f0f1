import { describe, expect, it } from "vitest";
import type { HomeView } from "../../../src/contract/home";
import { nextSteps } from "../../../web/home/home";

describe("what to do next", () => {
  const home = (change: Partial<HomeView>): HomeView => ({
    products: { synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 },
    orders: { waiting: 0, unsynced: 0, unfulfilled: 0, fulfilled: 0, cancelled: 0, platform: 0 },
    categories: { mapped: 0, suggested: 0, unmapped: 0 },
    recentTasks: [],
    health: null,
    ...change,
  });
  const done = (view: HomeView) => nextSteps(view)?.map((step) => step.isDone);

  it("goes from pull to map to push", () => {
    const products = { synced: 0, not_synced: 3, sync_failed: 0, update_failed: 0 };
    expect(done(home({}))).toEqual([false, false, false, false]);
    expect(done(home({ products, categories: { mapped: 1, suggested: 1, unmapped: 0 } }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      done(
        home({
          products: { ...products, synced: 1 },
          categories: { mapped: 2, suggested: 0, unmapped: 0 },
        }),
      ),
    ).toEqual([true, true, true, false]);
  });

  it("is gone once an order has come", () => {
    expect(
      nextSteps(
        home({
          orders: {
            waiting: 1,
            unsynced: 0,
            unfulfilled: 0,
            fulfilled: 0,
            cancelled: 0,
            platform: 0,
          },
        }),
      ),
    ).toBeNull();
  });
});
