import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  countOf,
  importedOrders,
  installModule,
  place,
  shipped,
  shownOf,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const over = (transport: Transport, body: (harness: LedgerHarness) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    await body(harness);
  });

const seen = async (harness: LedgerHarness, orderId: string) => {
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  return harness.projections.get(orderId);
};

describe.each(["module", "webservice"] as const)("by the %s, an order", (transport) => {
  it("from the channel's own warehouse has a place of its own and never reaches the store", () =>
    over(transport, async (harness) => {
      const orderId = place(harness, { isFulfilledByTikTok: true });
      expect(await seen(harness, orderId)).toMatchObject({ tab: "platform", problem: null });
      harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
      expect(await seen(harness, orderId)).toMatchObject({ tab: "platform", problem: null });
      expect(importedOrders(harness)).toEqual([]);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it.each([
    ["SAMPLE", "sample", "a free sample"],
    ["EXCHANGE", "exchange", "in exchange for"],
    ["REPLACEMENT", "replacement", "a free replacement"],
  ] as const)("that is no sale, a %s, is made as what it is", (kind, shown, note) =>
    over(transport, async (harness) => {
      const orderId = place(harness, { kind, shippingFee: "0" });
      expect(await seen(harness, orderId)).toMatchObject({
        tab: "unfulfilled",
        totalMinor: 0,
        body: { kind: shown },
      });
      const [made] = importedOrders(harness);
      const row = harness.world.prestashop8.orders().find(({ id }) => id === made?.id);
      expect(row?.values["note"]).toContain(note);
      expect(countOf(harness, harness.white)).toBe(9);
    }),
  );

  it("that the channel ships under a label bought there is to be shipped in Seller Center", () =>
    over(transport, async (harness) => {
      const orderId = place(harness, { shippingType: "TIKTOK" });
      for (const { id } of harness.world.storage.list<{ id: string }>("tts:package"))
        harness.world.storage.delete("tts:package", id);
      await seen(harness, orderId);
      const [made] = importedOrders(harness);
      shipped(harness, made?.id ?? "", "");
      storeEvent(harness, made?.id ?? "");
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem?.code).toBe("shipment.by_channel");
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "AWAITING_COLLECTION");
      expect(await seen(harness, orderId)).toMatchObject({ tab: "fulfilled", problem: null });
    }));
});
