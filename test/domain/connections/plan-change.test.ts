import { describe, expect, it } from "vitest";
import { planChange, type ChangeableConnection } from "../../../src/domain/connections/plan-change";

const current = (
  change: Partial<ChangeableConnection<{ holdBack: number; orderMoney: string }>> = {},
) => ({
  name: "Shop",
  state: "active" as const,
  settings: { holdBack: 1, orderMoney: "paid" },
  warehouseIds: ["w1", "w2"],
  ...change,
});

describe("a merchant's change of a connection", () => {
  it("keeps the settings it does not name, and tries held orders again", () => {
    const { change, releasesOrders, activities } = planChange(current(), {
      settings: { holdBack: 3 },
    });
    expect(change).toEqual({ settings: { holdBack: 3, orderMoney: "paid" } });
    expect(releasesOrders).toBe(true);
    expect(activities).toEqual([
      {
        kind: "connection.settings_changed",
        facts: { fields: "holdBack", before: { holdBack: "1" }, after: { holdBack: "3" } },
      },
    ]);
  });

  it("notes what differs alone, and of a value too long to read that it differs", () => {
    const same = planChange(current(), { settings: { holdBack: 1, orderMoney: "paid" } });
    expect(same.activities).toEqual([]);
    const long = planChange(current(), { settings: { orderMoney: "x".repeat(2_000) as "paid" } });
    expect(long.activities.map(({ facts }) => facts)).toEqual([
      { fields: "orderMoney", before: {}, after: {} },
    ]);
  });

  it("pauses what runs, and resumes it", () => {
    const paused = planChange(current(), { isPaused: true });
    expect(paused).toMatchObject({ change: { state: "paused" }, setActive: false });
    expect(paused.activities.map(({ kind }) => kind)).toEqual(["connection.paused"]);
    const resumed = planChange(current({ state: "paused" }), { isPaused: false });
    expect(resumed).toMatchObject({ change: { state: "active" }, setActive: true });
  });

  it("that says what is the case already moves and records nothing", () => {
    const { setActive, activities } = planChange(current(), { isPaused: false, name: "Shop" });
    expect(setActive).toBeUndefined();
    expect(activities).toEqual([]);
  });

  it("never undoes a revoked authorisation by a switch", () => {
    expect(() => planChange(current({ state: "disconnected" }), { isPaused: false })).toThrow(
      "connection.not_active",
    );
  });

  it("takes only a warehouse of the shop", () => {
    expect(() => planChange(current(), { warehouseId: "w9" })).toThrow(
      "connection.warehouse_unknown",
    );
    expect(planChange(current(), { warehouseId: "w2" }).change).toEqual({ warehouseId: "w2" });
  });

  it("of a paused connection leaves its orders held", () => {
    const plan = planChange(current({ state: "paused" }), { settings: { holdBack: 0 } });
    expect(plan.releasesOrders).toBe(false);
  });

  it("reads all products again for another customer group, and for nothing else", () => {
    const settings = { holdBack: 1, orderMoney: "paid", priceGroupId: null as string | null };
    const plan = (wanted: Partial<typeof settings>) =>
      planChange({ ...current(), settings }, { settings: wanted }).rereadsProducts;
    expect(plan({ priceGroupId: "3" })).toBe(true);
    expect(plan({ priceGroupId: null })).toBe(false);
    expect(plan({ holdBack: 4 })).toBe(false);
  });
});
