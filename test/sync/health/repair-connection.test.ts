import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/domain/health/finding";
import { repairConnection, type RepairDeps } from "../../../src/sync/health/repair-connection";

const REPORT: CheckReport = {
  findings: [
    { check: "store.key", verdict: "fail", facts: {}, fix: { side: "source", what: "key" } },
    { check: "channel.webhooks", verdict: "warn", facts: {}, fix: { side: "channel", what: "w" } },
    { check: "store.tls", verdict: "fail", facts: {} },
  ],
  checkedAt: 0,
  tookMs: 0,
  requests: 0,
};

function deps(change: Partial<RepairDeps> = {}) {
  const told: string[] = [];
  const step = (name: string) => async () => void told.push(name);
  const all: RepairDeps = {
    lastReport: async () => REPORT,
    repairSource: step("source"),
    registerWebhooks: step("webhooks"),
    tellRepaired: step("told"),
    check: step("looked"),
    ...change,
  };
  return { told, repair: (check: string) => repairConnection(all, check) };
}

describe("a repair", () => {
  it("is done on its side, told, and looked at again", async () => {
    const { told, repair } = deps();
    await repair("store.key");
    await repair("channel.webhooks");
    expect(told).toEqual(["source", "told", "looked", "webhooks", "told", "looked"]);
  });

  it("that was done is told although the look behind it fails", async () => {
    const check = () => Promise.reject(new Error("no answer"));
    const { told, repair } = deps({ check });
    await expect(repair("store.key")).rejects.toThrow("no answer");
    expect(told).toEqual(["source", "told"]);
  });

  it("that failed is told by nobody", async () => {
    const repairSource = () => Promise.reject(new Error("refused"));
    const { told, repair } = deps({ repairSource });
    await expect(repair("store.key")).rejects.toThrow("refused");
    expect(told).toEqual([]);
  });

  it("is done only of what the last report offers", async () => {
    const { told, repair } = deps();
    for (const check of ["store.tls", "store.other"])
      await expect(repair(check)).rejects.toMatchObject({ code: "check.nothing_to_fix" });
    expect(told).toEqual([]);
  });
});
