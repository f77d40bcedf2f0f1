/** Both shops compared with a living ledger: what was lost on the way is taken in, and every order has one fate. */
import { describe, expect, it } from "vitest";
import type { KeptFinding, ReconciliationReport } from "../../src/domain/reports/reconciliation";
import { isBalanced } from "../../src/domain/reports/reconciliation";
import { reconcileStep } from "../../src/sync/reports/reconcile";
import type { ReconcileDeps } from "../../src/sync/reports/reconcile-ports";
import { place, shownOf, webhook } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { live } from "../support/live";
import { listed } from "../support/offer-writes";
import { openSeller, openStore } from "../support/simulated-shops";

const MINUTE_MS = 60_000;

type Terms = Parameters<typeof reconcileStep>[1];

/** Step by step; `twice`: each is done a second time, as after a crash before it was noted. */
async function walk(deps: ReconcileDeps, terms: Terms, twice: boolean): Promise<void> {
  for (let cursor: string | null = null; cursor !== "done";) {
    const place = { cursor };
    if (twice) await reconcileStep(deps, terms, place).catch(() => undefined);
    ({ cursor } = await reconcileStep(deps, terms, place));
  }
}

/** The next call of one method fails after it has done its work, as where the answer is lost. */
function failOnce<Part extends object>(part: Part, name: keyof Part & string): void {
  const own = part[name] as (...args: unknown[]) => Promise<unknown>;
  let isDown = true;
  Object.assign(part, {
    [name]: async (...args: unknown[]) => {
      const answer = await own.apply(part, args);
      if (!isDown) return answer;
      isDown = false;
      throw new Error("the answer was lost");
    },
  });
}

/** Runs a comparison to its end. */
async function compare(
  harness: LedgerHarness,
  { twice = false, failing }: { twice?: boolean; failing?: (deps: ReconcileDeps) => void } = {},
) {
  const found = new Map<string, KeptFinding>();
  const kept: ReconciliationReport[] = [];
  const terms = {
    reportId: "rec_1",
    connectionId: "con_1",
    store: "https://shop.example",
    connectedAt: harness.connection.connectedAt,
    startedAt: harness.now,
  };
  const deps: ReconcileDeps = {
    channel: openSeller(harness),
    source: openStore(harness),
    ledger: harness.ledger,
    findings: {
      add: async (all) => {
        for (const one of all) if (!found.has(one.key)) found.set(one.key, one);
      },
      find: async (keys) => keys.flatMap((key) => found.get(key) ?? []),
      replace: async (all) => {
        for (const one of all) found.set(one.key, one);
      },
      list: async (limit) => [...found.values()].slice(0, limit),
      count: async () =>
        Object.fromEntries(
          [...Map.groupBy(found.values(), ({ what }) => what)].map(([what, rows]) => [
            what,
            rows.length,
          ]),
        ),
    },
    keep: async (report) => void kept.push(report),
    warehouseId: harness.warehouseId,
    now: () => harness.now,
  };
  failing?.(deps);
  await walk(deps, terms, twice);
  const [report] = kept;
  if (!report) throw new Error("no report was made");
  expect(isBalanced(report.orders)).toBe(true);
  return report;
}

/** Both variants on sale as they are counted; orders come by webhook or not at all. */
async function openShop(): Promise<LedgerHarness> {
  const harness = await openLedger();
  listed(harness, harness.white, 300);
  listed(harness, harness.black, 4);
  for (const [variant, count] of [
    ["22", 300],
    ["23", 4],
  ] as const)
    harness.world.prestashop8.setStock("9", variant, count);
  await live(harness, MINUTE_MS);
  harness.storage.outbox.drop(["poll-orders", "read-back-offers"]);
  return harness;
}

async function sold(harness: LedgerHarness, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => place(harness));
  for (const id of ids) webhook(harness, id);
  await live(harness, MINUTE_MS);
  harness.storage.outbox.drop(["poll-orders", "read-back-offers"]);
  return ids;
}

const named = ({ findings }: ReconciliationReport) =>
  Object.fromEntries(findings.map(({ key, what, isRepaired }) => [key, [what, isRepaired]]));

describe("a comparison of both shops", () => {
  it("finds every listed order in the store and every count alike, and changes nothing", async () => {
    const harness = await openShop();
    await sold(harness, 3);
    harness.now += 30 * MINUTE_MS;
    const report = await compare(harness);
    expect(report.orders).toMatchObject({ listed: 3, fates: { in_store: 3 }, repaired: 0 });
    expect(report.stock).toMatchObject({ compared: 2, equal: 2, repaired: 0 });
    expect([report.findings, report.unnamed]).toEqual([[], 0]);
  });

  it.each([false, true])("takes in what no event told and names it, twice: %s", async (twice) => {
    const harness = await openShop();
    const [known = "", moved = ""] = await sold(harness, 2);
    harness.world.tiktok.pauseWebhooks();
    const lost = place(harness);
    const cancelled = place(harness, { status: "ON_HOLD" });
    harness.world.tiktok.buyerCancels(cancelled);
    harness.world.tiktok.advanceOrder(moved, "IN_TRANSIT");
    harness.now += 30 * MINUTE_MS;
    const report = await compare(harness, { twice });
    expect(named(report)).toMatchObject({
      [`order:${lost}`]: ["missing", true],
      [`order:${cancelled}`]: ["missing", true],
      [`order:${moved}`]: ["outdated", true],
    });
    expect(named(report)).not.toHaveProperty(`order:${known}`);
    expect(report.orders).toMatchObject({ listed: 4, repaired: 3, isWhole: true });
    expect(report.orders.fates).toMatchObject({ cancelled: 1 });
    expect(report.orders.fates.lost).toBeUndefined();
    await live(harness, MINUTE_MS);
    harness.now += MINUTE_MS;
    const again = await compare(harness);
    expect(again.orders.fates).toEqual({ in_store: 3, cancelled: 1 });
    expect(again.orders.repaired).toBe(0);
  });

  it("names an order that the store does not have any more as lost", async () => {
    const harness = await openShop();
    const [gone = ""] = await sold(harness, 2);
    const record = harness.storage.orders.read(gone);
    const sourceOrderId =
      record?.importState.status === "imported" ? record.importState.sourceOrderId : "";
    harness.world.prestashop8.deleteOrder(sourceOrderId);
    harness.now += 30 * MINUTE_MS;
    const report = await compare(harness);
    expect(report.orders.fates).toEqual({ in_store: 1, lost: 1 });
    expect(report.findings).toEqual([
      expect.objectContaining({
        key: `order:${gone}`,
        what: "gone",
        isRepaired: false,
        reason: "report.order_gone",
        facts: { sourceOrderId },
      }),
    ]);
  });

  it.each(["findOrders", "add", "find", "receiveOrders"] as const)(
    "names what was missing although %s fails once",
    async (name) => {
      const harness = await openShop();
      await sold(harness, 1);
      harness.world.tiktok.pauseWebhooks();
      const lost = place(harness);
      harness.now += 30 * MINUTE_MS;
      const report = await compare(harness, {
        twice: true,
        failing: (deps) => {
          const parts = [deps.source, deps.findings, deps.ledger];
          for (const part of parts) if (name in part) failOnce(part, name as keyof typeof part);
        },
      });
      expect(named(report)).toEqual({ [`order:${lost}`]: ["missing", true] });
      expect(report.orders).toMatchObject({ listed: 2, repaired: 1 });
      const counts = Object.values(report.orders.fates);
      expect(counts.every((count) => count > 0)).toBe(true);
    },
  );

  it("names an order as lost that is gone and had changed unnoticed", async () => {
    const harness = await openShop();
    const [gone = ""] = await sold(harness, 1);
    const record = harness.storage.orders.read(gone);
    const sourceOrderId =
      record?.importState.status === "imported" ? record.importState.sourceOrderId : "";
    harness.world.tiktok.pauseWebhooks();
    harness.world.tiktok.advanceOrder(gone, "IN_TRANSIT");
    harness.world.prestashop8.deleteOrder(sourceOrderId);
    harness.now += 30 * MINUTE_MS;
    expect(named(await compare(harness))).toEqual({ [`order:${gone}`]: ["gone", false] });
  });

  it("tells why orders wait, and leaves what is younger than a quarter of an hour", async () => {
    const harness = await openShop();
    const unpaid = place(harness, { status: "UNPAID" });
    webhook(harness, unpaid);
    await live(harness, MINUTE_MS);
    harness.now += 14 * MINUTE_MS;
    place(harness);
    harness.now += 2 * MINUTE_MS;
    const report = await compare(harness);
    expect(report.orders).toMatchObject({
      listed: 1,
      fates: { waiting: 1 },
      reasons: { "report.unpaid": 1 },
    });
  });

  it.each([false, true])(
    "takes in a count of the store that nobody told, twice: %s",
    async (twice) => {
      const harness = await openShop();
      harness.storage.outbox.drop(["scan-stock"]);
      harness.world.prestashop8.setStock("9", "23", 9);
      const report = await compare(harness, { twice });
      expect(report.stock).toMatchObject({ compared: 2, equal: 1, store: 1, repaired: 1 });
      const facts = { ledger: 4, store: 9, wanted: 4, shown: 4 };
      expect(report.findings[0]).toMatchObject({ what: "store", isRepaired: true, facts });
      await live(harness, MINUTE_MS);
      expect(shownOf(harness, harness.black)).toBe(9);
    },
  );

  it.each([false, true])(
    "sends the wanted number over what the seller typed, and not over an unread order, twice: %s",
    async (twice) => {
      const harness = await openShop();
      harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: 500 });
      harness.world.tiktok.pauseWebhooks();
      place(harness, { lines: [{ skuId: harness.black.channelSkuId, quantity: 1 }] });
      const report = await compare(harness, { twice });
      expect(named(report)).toEqual({ [`sku:${harness.white.channelSkuId}`]: ["channel", true] });
      expect(report.stock).toMatchObject({ compared: 2, channel: 1, moving: 1, repaired: 1 });
      await live(harness, MINUTE_MS);
      expect([shownOf(harness, harness.white), shownOf(harness, harness.black)]).toEqual([300, 3]);
    },
  );

  it("counts a sale of the store that the ledger learns meanwhile as on its way", async () => {
    const harness = await openShop();
    harness.world.prestashop8.setStock("9", "23", 3);
    const report = await compare(harness, {
      failing: ({ ledger }) => {
        const readOrdersNow = ledger.readOrdersNow.bind(ledger);
        ledger.readOrdersNow = async () => {
          const [productId, variantId] = ["9", "23"];
          await ledger.observe([{ productId, variantId, quantity: 3 }], harness.now);
          return readOrdersNow();
        };
      },
    });
    expect(report.findings).toEqual([]);
    expect(report.stock).toMatchObject({ equal: 1, moving: 1, store: 0, repaired: 0 });
  });

  it("counts an order that its store has made since the last count as on its way", async () => {
    const harness = await openShop();
    const [orderId = ""] = [place(harness)];
    webhook(harness, orderId);
    harness.storage.outbox.drop(["scan-stock"]);
    await live(harness, MINUTE_MS);
    const report = await compare(harness);
    expect(report.findings).toEqual([]);
    expect(report.stock.store).toBe(0);
  });

  it("says that orders were read only where a poll has begun since and ended", async () => {
    const harness = await openShop();
    const { outbox } = harness.storage;
    // As where an object that is gone holds the row.
    outbox.schedule("poll-orders", "poll-orders", harness.now);
    outbox.takeNext(harness.now, MINUTE_MS, [], ["poll-orders"]);
    expect(await harness.ledger.readOrdersNow()).toBe(false);
    harness.now += 2 * MINUTE_MS;
    expect(await harness.ledger.readOrdersNow()).toBe(true);
  });

  it("names a count that one side does not tell, and does not call it alike", async () => {
    const harness = await openShop();
    const report = await compare(harness, {
      failing: ({ source }) => {
        const readStock = source.readStock.bind(source);
        source.readStock = async (ids) =>
          (await readStock(ids)).filter(({ variantId }) => variantId !== "23");
      },
    });
    expect(report.stock).toMatchObject({ compared: 2, equal: 1, unread: 1 });
    expect(named(report)).toEqual({ [`sku:${harness.black.channelSkuId}`]: ["unread", false] });
  });
});
