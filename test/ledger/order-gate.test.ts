import { beforeEach, describe, expect, it } from "vitest";
import { asSyncError } from "../../src/domain/errors/sync-error";
import { openOrderGate } from "../../src/ledger/order-gate";
import { openSourceGate, type SourceGate } from "../../src/ledger/source-traffic";
import { openPacer } from "../../src/platforms/http/pacer";

const LEAST = 30;
/**
 * What an order reads before it writes anything, each time it is tried, and what it writes then.
 */
const READS = 12;
const WRITES = 13;

let now: number;
let source: SourceGate;

beforeEach(() => {
  now = 1_800_000_000_000;
  const pacer = openPacer({ now: () => now, sleep: async () => {} });
  source = openSourceGate({ now: () => now, pacer, blockedUntil: 0 });
});

interface Order {
  writes: number;
  tries: number;
}

/** One try: it ends where the minute has no request left. */
async function attempt(order: Order, perMinute: number): Promise<void> {
  order.tries += 1;
  for (let done = 0; done < READS || order.writes < WRITES; done += 1) {
    await Promise.resolve();
    if (source.lease(1, perMinute).granted === 0) throw new Error("no request left");
    if (done >= READS) order.writes += 1;
  }
}

const outside = (perMinute: number) => source.leaseOutside(perMinute, { perMinute }).granted;

describe("orders at the merchant's limit", () => {
  it("are each made in one go, however many wait and whatever bulk work asks for", async () => {
    const gate = openOrderGate(source);
    const orders: Order[] = Array.from({ length: 4 }, () => ({ writes: 0, tries: 0 }));
    const isOpen = ({ writes }: Order) => writes < WRITES;
    outside(LEAST);
    let minutes = 0;
    for (; orders.some(isOpen) && minutes < 20; minutes += 1) {
      const tries = orders
        .filter(isOpen)
        .map((order) => gate.pass(LEAST, order.writes > 0, () => attempt(order, LEAST)));
      await Promise.allSettled(tries);
      outside(LEAST);
      now += 61_000;
    }
    expect(orders.map(({ tries }) => tries)).toEqual([1, 1, 1, 1]);
    expect(minutes).toBeLessThanOrEqual(6);
  });

  it("run side by side as far as the budget covers whole orders", async () => {
    const gate = openOrderGate(source);
    const end: (() => void)[] = [];
    const hold = () => new Promise<void>((resolve) => end.push(resolve));
    const passes = [1, 2, 3].map(() => gate.pass(60, false, hold).catch(asSyncError));
    expect(end).toHaveLength(2);
    end.forEach((go) => go());
    expect(await passes[2]).toMatchObject({ code: "budget.exhausted", remedy: "retry" });
  });

  it("that were broken off come before those that have not begun", async () => {
    const gate = openOrderGate(source);
    source.lease(LEAST, LEAST);
    const [fresh, begun] = await Promise.all(
      [false, true].map((isBegun) => gate.pass(LEAST, isBegun, async () => 0).catch(asSyncError)),
    );
    const waitOf = (error: unknown) => asSyncError(error).facts.retryAfterMs ?? 0;
    expect(waitOf(begun)).toBeGreaterThan(59_000);
    expect(waitOf(begun)).toBeLessThan(waitOf(fresh));
  });

  it("leave bulk work its three quarters while none waits", () => {
    expect(outside(60)).toBe(45);
    source.waitForOrders(1, 60);
    now += 61_000;
    expect(outside(60)).toBe(35);
    now += 121_000;
    expect(outside(60)).toBe(45);
  });
});
