/** From end to end: the shops' own webhooks and events, verified, and what follows from them. */
import { expect, it } from "vitest";
import {
  channelStatus,
  countOf,
  importedOrders,
  installModule,
  place,
  shipped,
  shownOf,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { listed } from "../support/offer-writes";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";
import { CHANNEL_EVENTS } from "../support/simulated-shops";

/** Both shops know where Weft listens. */
async function joined(harness: LedgerHarness): Promise<void> {
  harness.world.tiktok.configure({ webhookUrl: CHANNEL_EVENTS });
  await installModule(harness);
  listed(harness, harness.white);
}

/** The shops send what they have to say, some of it late, and Weft does what follows. */
async function runToRest(harness: LedgerHarness): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    harness.now += 3_000;
    await harness.world.tick();
    await harness.drainUntilIdle();
  }
}

it.each(["normal", "duplicate", "reorder"] as const)(
  "an order comes by the channel's webhook and is shipped by the store's event, deliveries: %s",
  (mode) =>
    withLedger(async (harness) => {
      await joined(harness);
      harness.world.tiktok.setWebhookMode(mode);
      const orderId = place(harness);
      await runToRest(harness);
      const [made] = importedOrders(harness);
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "unfulfilled",
        sourceOrderId: made?.id,
        storeMoney: { transport: "module", expectedMinor: 1299 },
      });
      shipped(harness, made?.id ?? "", "TRACK1");
      await runToRest(harness);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
      expect(countSent(harness.requests, REQUESTS.ship)).toBe(1);
      expect([countOf(harness, harness.white), shownOf(harness, harness.white)]).toEqual([9, 9]);
      expect(harness.problems.size).toBe(0);
    }),
);

it("a sale in the store reaches the channel by the store's event", () =>
  withLedger(async (harness) => {
    await joined(harness);
    harness.world.prestashop8.setStock("9", harness.white.variantId, 4);
    await runToRest(harness);
    expect(shownOf(harness, harness.white)).toBe(4);
  }));

it("an event signed with another secret changes nothing", () =>
  withLedger(async (harness) => {
    await joined(harness);
    const secret = "somebody-else-s-secret-of-a-module-1";
    harness.world.prestashop8.configureModule({ webhookUrl: "https://weft.example/x", secret });
    harness.world.prestashop8.setStock("9", harness.white.variantId, 4);
    await runToRest(harness);
    expect(shownOf(harness, harness.white)).toBe(10);
    expect(harness.world.prestashop8.waitingEvents()).toBeGreaterThan(0);
  }));
