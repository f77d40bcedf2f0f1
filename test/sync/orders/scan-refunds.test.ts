/** Credit slips whose order is not known yet wait for it, within bounds. */
import { expect, it } from "vitest";
import type { SourceRefund } from "../../../src/platforms/source-changes";
import type { OrderRepository } from "../../../src/sync/orders/order-repository";
import { scanRefunds } from "../../../src/sync/orders/scan-refunds";

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 24, 12);

const slip = (id: number, at: number): SourceRefund => ({
  id: String(id),
  orderId: `${id}0`,
  total: "1.00",
  at,
});

/** Scans of a store whose orders are all its own. Answers what waits after one that found `found`. */
function scansOfStrangers() {
  let waiting: readonly SourceRefund[] = [];
  let writes = 0;
  const never = () => {
    throw new Error("no order is known");
  };
  const orders: OrderRepository = {
    read: never,
    write: never,
    rememberProgress: never,
    links: never,
    schedule: never,
    atomically: (change) => change(),
  };
  const scan = async (found: readonly SourceRefund[], now: number) => {
    await scanRefunds({
      orders,
      findBySource: () => undefined,
      source: async () => ({
        readRefunds: async () => ({ refunds: found, cursor: "c", isComplete: true }),
      }),
      connectedAt: async () => 0,
      readUnmatched: () => waiting,
      writeUnmatched(refunds) {
        waiting = refunds ?? [];
        writes += 1;
      },
      readCursor: () => "c",
      writeCursor: never,
      now: () => now,
    });
    return waiting.map(({ id }) => Number(id));
  };
  return { scan, writes: () => writes };
}

it("lets a slip wait for its order for seven days, and not a moment longer", async () => {
  const { scan } = scansOfStrangers();
  expect(await scan([slip(1, NOW), slip(2, NOW + 1)], NOW)).toEqual([1, 2]);
  expect(await scan([], NOW + 7 * DAY_MS - 1)).toEqual([1, 2]);
  expect(await scan([], NOW + 7 * DAY_MS)).toEqual([2]);
  expect(await scan([], NOW + 7 * DAY_MS + 1)).toEqual([]);
});

it("keeps the youngest hundred, whatever a store of its own gives back", async () => {
  const { scan } = scansOfStrangers();
  const all = Array.from({ length: 130 }, (_, index) => slip(index, NOW));
  expect(await scan(all.slice(0, 60), NOW)).toHaveLength(60);
  const left = await scan(all.slice(60), NOW);
  expect([left.length, left[0], left.at(-1)]).toEqual([100, 30, 129]);
});

it("writes nothing where nothing was found and nothing has run out", async () => {
  const { scan, writes } = scansOfStrangers();
  await scan([slip(1, NOW)], NOW);
  await scan([], NOW + DAY_MS);
  expect(writes()).toBe(1);
});
