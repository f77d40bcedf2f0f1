/** A change is on the channel at once; a burst of them is two writes, not one for each. */
import { beforeEach, describe, expect, it } from "vitest";
import { openLedgerStorage } from "../../src/ledger/storage";
import { observed, shownOf } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed } from "../support/offer-writes";

let harness: LedgerHarness;

beforeEach(async () => {
  harness = await openLedger();
  listed(harness, harness.white, 300);
  await harness.drainUntilIdle();
  harness.now += 60_000;
});

const shown = () => shownOf(harness, harness.white);

/** The store counted so many, `afterMs` after what was before. */
async function count(quantity: number, afterMs = 0): Promise<void> {
  harness.now += afterMs;
  counted(harness, harness.white, quantity);
  await harness.drainOnce();
}

describe("a changed number", () => {
  it("is on the channel at once", async () => {
    await count(299);
    expect(shown()).toBe(299);
  });

  it("waits, where another went out within the second before, for what follows", async () => {
    await count(299);
    const sentAt = harness.now;
    await count(298, 100);
    await count(297, 100);
    expect(shown()).toBe(299);
    expect(harness.storage.outbox.nextDueAt()).toBe(sentAt + 1_000);
    await count(296, 800);
    expect(shown()).toBe(296);
    expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
  });

  it("is on the channel at once again a second later", async () => {
    await count(299);
    await count(298, 1_000);
    expect(shown()).toBe(298);
  });

  it("waits for no other listing, and no price for a quantity", async () => {
    await count(299);
    harness.now += 100;
    observed(harness, harness.white, 299, 2_345);
    await harness.drainOnce();
    expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
  });

  it("waits no longer than a second where the clock was set back", async () => {
    await count(299);
    harness.now -= 30_000;
    harness.storage.offerStore.doubt("quantity", [harness.white.channelSkuId], "order");
    harness.storage.publisher.review("");
    expect(harness.storage.outbox.nextDueAt()).toBeLessThanOrEqual(harness.now + 1_000);
  });

  it("is on the channel at once after the ledger was put out of memory", async () => {
    await count(299);
    harness.storage = openLedgerStorage(harness.sqlite, () => harness.now);
    await count(298, 100);
    expect(shown()).toBe(298);
  });
});
