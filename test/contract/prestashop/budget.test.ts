/** An order without the module at the least limit a merchant may choose. */
import { expect, it } from "vitest";
import { leasedBudget } from "../../../src/platforms/http/leased-budget";
import { asSyncError } from "../../../src/domain/errors/sync-error";
import { readConnectionSettings, SettingsPatch } from "../../../src/contract/connection-settings";
import { openSourceGate } from "../../../src/ledger/source-traffic";
import { openPacer } from "../../../src/platforms/http/pacer";
import { openOrderImport } from "./order-import-harness";
import { FLAVOURS } from "./simulated-store";

const LEAST = readConnectionSettings({ requestsPerMinute: 1 }).requestsPerMinute;
const TRIES = 3;

it("the least limit is the one a merchant may enter", () => {
  expect(SettingsPatch.safeParse({ requestsPerMinute: LEAST }).success).toBe(true);
  expect(SettingsPatch.safeParse({ requestsPerMinute: LEAST - 1 }).success).toBe(false);
});

it.each(FLAVOURS)("%s: an order is made within three tries a minute apart", async (flavour) => {
  const harness = openOrderImport(flavour);
  const now = () => harness.now;
  const pacer = openPacer({ now, sleep: async () => {} });
  const gate = openSourceGate({ now, pacer, blockedUntil: 0 });
  const wait = async (ms: number) => void (harness.now += ms);
  for (let number = 1; number <= TRIES; number += 1) {
    harness.takeBudget = leasedBudget(async () => gate.lease(1, LEAST), "source", wait);
    const end = await harness.importOnce().catch(asSyncError);
    if ("id" in end) break;
    expect(end.code).toBe("budget.exhausted");
    harness.now += 60_000;
  }
  expect(harness.made()).toMatchObject([{ values: { payment: "TikTok Shop" } }]);
  expect(harness.progress["orderId"]).toBeDefined();
  harness.takeBudget = async () => {};
  expect((await harness.importOnce()).isPaid).toBe(true);
});
