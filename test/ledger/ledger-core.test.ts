/** The ledger as its callers and its host see it: events, alarm, waking after a crash. */
import { describe, expect, it } from "vitest";
import type { ChannelEvent } from "../../src/platforms/channel";
import { importedOrders, place, shownOf, stocked } from "../support/ledger-acts";
import { FENCE_MS, openLedger, type LedgerHarness } from "../support/ledger-harness";

interface LedgerWithOrder extends LedgerHarness {
  orderId: string;
}

const orderChanged = ({ shop, now, orderId }: LedgerWithOrder): ChannelEvent => ({
  deliveryId: "d1",
  shopId: shop.id,
  at: now,
  kind: "order.changed",
  orderIds: [orderId],
});

/** A ledger with a linked offer and one new order at the channel. */
async function ledgerWithOrder(httpTimeoutMs?: number): Promise<LedgerWithOrder> {
  const harness = await openLedger({ ...(httpTimeoutMs && { httpTimeoutMs }) });
  stocked(harness);
  await harness.drainUntilIdle();
  return Object.assign(harness, { orderId: place(harness) });
}

/** The ledger takes the event's row and hangs in its first call until it is dropped. */
async function hangInFirstCall(harness: LedgerWithOrder): Promise<void> {
  await harness.ledger.ingestChannelEvent(orderChanged(harness));
  const called = new Promise<void>((resolve) => {
    harness.requests.disturb = () => {
      resolve();
      return new Promise<void>(() => {});
    };
  });
  void harness.ring();
  await called;
}

describe("an event", () => {
  it("is stored and the alarm armed before the caller has the answer", async () => {
    const harness = await ledgerWithOrder();
    expect(await harness.ledger.ingestChannelEvent(orderChanged(harness))).toEqual({ isNew: true });
    expect(harness.sqlite.alarmAt).toBe(harness.now);
    expect(await harness.ledger.ingestChannelEvent(orderChanged(harness))).toEqual({
      isNew: false,
    });
    harness.restart();
    expect(await harness.ledger.ingestChannelEvent(orderChanged(harness))).toEqual({
      isNew: false,
    });
  });

  it("whose storage fails is refused, and leaves neither receipt nor work behind", async () => {
    const harness = await ledgerWithOrder();
    const { sql } = harness.sqlite;
    harness.sqlite.sql = {
      exec: (query, ...bindings) => {
        if (query.includes("INSERT INTO outbox")) throw new Error("the disk is full");
        return sql.exec(query, ...bindings);
      },
    };
    harness.restart();
    await expect(harness.ledger.ingestChannelEvent(orderChanged(harness))).rejects.toThrow("disk");
    harness.sqlite.sql = sql;
    harness.restart();
    expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
    expect(await harness.ledger.ingestChannelEvent(orderChanged(harness))).toEqual({ isNew: true });
  });
});

describe("the alarm", () => {
  it("drains what is due and is armed again for what is left", async () => {
    const harness = await ledgerWithOrder();
    await harness.ledger.ingestChannelEvent(orderChanged(harness));
    const later = harness.now + 5_000;
    harness.storage.outbox.schedule("refresh-listing", "report:1729000000000000001", later);
    await harness.ring();
    expect(importedOrders(harness)).toHaveLength(1);
    expect(harness.sqlite.alarmAt).toBe(later);
    for (let rings = 0; await harness.ring(); rings += 1) expect(rings).toBeLessThan(20);
    expect(shownOf(harness, harness.white)).toBe(9);
    expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
  });

  it("finds the work of an object that was put out of memory", async () => {
    const harness = await ledgerWithOrder();
    await harness.ledger.ingestChannelEvent(orderChanged(harness));
    harness.restart();
    await harness.ring();
    expect(importedOrders(harness)).toHaveLength(1);
  });

  it("that was lost is armed again by a poke", async () => {
    const harness = await ledgerWithOrder();
    await harness.ledger.setActive(true);
    harness.sqlite.alarmAt = null;
    await harness.ledger.poke();
    expect(harness.sqlite.alarmAt).not.toBeNull();
  });
});

describe("an object that wakes while another hangs in a call", () => {
  it("takes the row only after the fence, counted from waking", async () => {
    const harness = await ledgerWithOrder();
    await hangInFirstCall(harness);
    harness.requests.disturb = () => {};
    // Most of the row's lease is over when the second object wakes.
    harness.now += FENCE_MS - 5_000;
    harness.restart();
    const wokeAt = harness.now;
    const callsBefore = harness.requests.sent.length;
    harness.now = wokeAt + FENCE_MS - 1;
    await harness.ledger.alarm();
    expect(harness.requests.sent).toHaveLength(callsBefore);
    expect(harness.sqlite.alarmAt).toBe(wokeAt + FENCE_MS);
    harness.now = wokeAt + FENCE_MS;
    await harness.ledger.alarm();
    expect(importedOrders(harness)).toHaveLength(1);
  });

  it("sleeps until the fence ends, however much is asked of the same order meanwhile", async () => {
    const harness = await ledgerWithOrder();
    await hangInFirstCall(harness);
    harness.requests.disturb = () => {};
    harness.restart();
    await harness.ledger.retryOrder(harness.orderId);
    harness.storage.outbox.schedule("import-order", `order:${harness.orderId}`, harness.now);
    expect(harness.storage.outbox.nextDueAt()).toBe(harness.now + FENCE_MS);
    await harness.ledger.alarm();
    expect(harness.sqlite.alarmAt).toBe(harness.now + FENCE_MS);
  });

  it("waits longer where a call may take longer", async () => {
    const httpTimeoutMs = 120_000;
    const harness = await ledgerWithOrder(httpTimeoutMs);
    await hangInFirstCall(harness);
    harness.requests.disturb = () => {};
    harness.restart();
    const wokeAt = harness.now;
    const calls = harness.requests.sent.length;
    harness.now = wokeAt + 30_000 + httpTimeoutMs - 1;
    await harness.ledger.alarm();
    expect(harness.requests.sent).toHaveLength(calls);
    harness.now += 1;
    await harness.ledger.alarm();
    expect(importedOrders(harness)).toHaveLength(1);
  });
});

describe("a token that was refused", () => {
  it("is refreshed once for all who ask at that moment", async () => {
    const harness = await openLedger();
    const stale = await harness.ledger.freshAccess();
    const before = harness.requests.sent.length;
    const renewed = await Promise.all([1, 2, 3].map(() => harness.ledger.freshAccess(stale)));
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(stale);
    expect(harness.requests.sent.length - before).toBe(1);
  });
});

describe("a ledger that was erased", () => {
  it("has no rows and no alarm, and stays at rest", async () => {
    const harness = await ledgerWithOrder();
    await harness.ledger.ingestChannelEvent(orderChanged(harness));
    await harness.ledger.erase();
    expect(harness.sqlite.alarmAt).toBeNull();
    expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
    expect(harness.storage.notes.read("isActive")).toBe(false);
  });
});
