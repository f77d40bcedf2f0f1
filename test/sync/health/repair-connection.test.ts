import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/domain/health/finding";
import { repairConnection, type RepairDeps } from "../../../src/sync/health/repair-connection";

const REPORT: CheckReport = {
  findings: [
    { check: "store.key", verdict: "fail", facts: {}, fix: { side: "source", what: "key" } },
    { check: "channel.webhooks", verdict: "warn", facts: {}, fix: { side: "channel", what: "w" } },
    { check: "store.silence", verdict: "fail", facts: {}, fix: { side: "ledger", what: "source" } },
    { check: "store.tls", verdict: "fail", facts: {} },
  ],
  checkedAt: 0,
  tookMs: 0,
  requests: 0,
};

function deps(change: Partial<RepairDeps> = {}) {
  const steps: string[] = [];
  const step = (name: string) => async () => void steps.push(name);
  const all: RepairDeps = {
    lastReport: async () => REPORT,
    repairSource: step("source"),
    registerWebhooks: step("webhooks"),
    repairLedger: async (what) => void steps.push(`ledger ${what}`),
    recordRepair: step("recorded"),
    checkAgain: step("checked"),
    ...change,
  };
  return { steps, repair: (check: string) => repairConnection(all, check) };
}

describe("a repair", () => {
  it("is done on its side, recorded, and checked again", async () => {
    const { steps, repair } = deps();
    await repair("store.key");
    await repair("channel.webhooks");
    expect(steps).toEqual(["source", "recorded", "checked", "webhooks", "recorded", "checked"]);
  });

  it("of what Weft itself holds back is done in its ledger", async () => {
    const { steps, repair } = deps();
    await repair("store.silence");
    expect(steps).toEqual(["ledger source", "recorded", "checked"]);
  });

  it("that was done is recorded although the check behind it fails", async () => {
    const check = () => Promise.reject(new Error("no answer"));
    const { steps, repair } = deps({ checkAgain: check });
    await expect(repair("store.key")).rejects.toThrow("no answer");
    expect(steps).toEqual(["source", "recorded"]);
  });

  it("that failed is not recorded", async () => {
    const repairSource = () => Promise.reject(new Error("refused"));
    const { steps, repair } = deps({ repairSource });
    await expect(repair("store.key")).rejects.toThrow("refused");
    expect(steps).toEqual([]);
  });

  it("is done only of what the last report offers", async () => {
    const { steps, repair } = deps();
    for (const check of ["store.tls", "store.other"])
      await expect(repair(check)).rejects.toMatchObject({ code: "check.nothing_to_fix" });
    expect(steps).toEqual([]);
  });
});
