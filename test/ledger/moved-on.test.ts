import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  channelStatus,
  importedOrders,
  installModule,
  place,
  shipped,
  stocked,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;

interface Imported {
  harness: LedgerHarness;
  orderId: string;
  sourceOrderId: string;
}

const over = (transport: Transport, body: (imported: Imported) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    const orderId = place(harness);
    webhook(harness, orderId);
    await harness.drainUntilIdle();
    await body({ harness, orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" });
  });

const scan = async ({ harness }: Imported) => {
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
  await harness.drainUntilIdle(MINUTE_MS);
};

const shownOf = ({ harness, orderId }: Imported) => ({
  status: channelStatus(harness, orderId),
  problem: harness.projections.get(orderId)?.problem?.code,
});

const numbersOf = ({ harness, orderId }: Imported) => {
  const lines = harness.world.tiktok.order(orderId)?.["line_items"] as {
    tracking_number: string;
  }[];
  return lines.map((line) => line.tracking_number);
};

describe.each(["module", "webservice"] as const)(
  "an order made by the %s that moved on before anybody looked",
  (transport) => {
    it.each([
      [
        "refunded",
        ({ harness, sourceOrderId }: Imported) =>
          harness.world.prestashop8.refundOrder(sourceOrderId),
      ],
      [
        "put into a state of the merchant's own",
        ({ harness, sourceOrderId }: Imported) => {
          const own = harness.world.prestashop8.addOrderState("Came back");
          harness.world.prestashop8.setOrderState(sourceOrderId, own);
        },
      ],
      [
        "delivered and refunded",
        ({ harness, sourceOrderId }: Imported) => {
          harness.world.prestashop8.deliverOrder(sourceOrderId);
          harness.world.prestashop8.refundOrder(sourceOrderId);
        },
      ],
    ])("is shipped on the channel, once, although it was then %s", (_name, moveOn) =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        shipped(harness, sourceOrderId, "TRACK1");
        moveOn(imported);
        await scan(imported);
        await scan(imported);
        expect(shownOf(imported)).toEqual({ status: "AWAITING_COLLECTION", problem: undefined });
        expect(numbersOf(imported)).toEqual(["TRACK1"]);
      }),
    );

    it("is cancelled on the channel when it was cancelled and then refunded", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        harness.world.prestashop8.cancelOrder(sourceOrderId);
        harness.world.prestashop8.refundOrder(sourceOrderId);
        await scan(imported);
        expect(shownOf(imported)).toEqual({ status: "CANCELLED", problem: undefined });
      }));

    it("is cancelled when it was shipped and then cancelled: the last word counts", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        shipped(harness, sourceOrderId, "TRACK1");
        harness.world.prestashop8.cancelOrder(sourceOrderId);
        await scan(imported);
        expect(shownOf(imported)).toEqual({ status: "CANCELLED", problem: undefined });
      }));

    it("waits for its shipment when it was marked shipped by mistake", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        shipped(harness, sourceOrderId, "TRACK1");
        harness.world.prestashop8.setOrderState(sourceOrderId, "3");
        await scan(imported);
        expect(shownOf(imported)).toEqual({ status: "AWAITING_SHIPMENT", problem: undefined });
      }));

    it("asks for the number that it was shipped without", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        harness.world.prestashop8.setOrderState(sourceOrderId, "4");
        harness.world.prestashop8.refundOrder(sourceOrderId);
        await scan(imported);
        harness.now += 11 * MINUTE_MS;
        await scan(imported);
        expect(shownOf(imported).problem).toBe("shipment.tracking_missing");
      }));
  },
);
