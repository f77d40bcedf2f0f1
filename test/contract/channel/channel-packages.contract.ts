import { describe, expect, it } from "vitest";
import { failureOf } from "../../support/failure-of";
import { HOUR_MS, live, only, type ChannelHarness } from "./channel-harness";

/** What packages that the channel ships do on every channel. */
export function packageContract(open: () => Promise<ChannelHarness>): void {
  describe("a package that the channel ships", () => {
    /** Undefined where the market has no package before the seller buys its label. */
    const waiting = async () => {
      const harness = await open();
      const { draft } = await live(harness);
      const sellerSku = draft.skus[0]?.sellerSku ?? "";
      const orderId = await harness.placeOrder(sellerSku, 2, "paid", "channel");
      const order = await only(harness.session, orderId);
      const [packageId] = order.packageIds;
      return packageId === undefined ? undefined : { harness, order, packageId };
    };

    it("names its order and lines, and waits to be arranged", async () => {
      const opened = await waiting();
      if (!opened) return;
      const { harness, order, packageId } = opened;
      expect(order.shippingBy).toBe("channel");
      const found = await harness.session.readPackages([packageId, "1152000000000000001"]);
      expect(found).toMatchObject([
        {
          id: packageId,
          state: "waiting",
          shippingBy: "channel",
          orderIds: [order.id],
          lineIds: order.lines.map(({ id }) => id),
        },
      ]);
      expect(found[0]).not.toHaveProperty("trackingNumber");
    });

    it("is handed over in a slot that is offered, once", async () => {
      const opened = await waiting();
      if (!opened) return;
      const { harness, order, packageId } = opened;
      const { session } = harness;
      const options = await session.readHandover(packageId);
      const [slot] = options.slots;
      if (!options.canPickUp || !slot) throw new Error("no pick-up is offered");
      expect(slot.to).toBeGreaterThan(slot.from);
      const never = { from: slot.from - 400 * 24 * HOUR_MS, to: slot.to - 400 * 24 * HOUR_MS };
      const early = await failureOf(
        session.handOver(packageId, { method: "pick_up", slot: never }),
      );
      expect(early).toMatchObject({ remedy: "merchant", code: expect.stringMatching(/slot$/) });
      await session.handOver(packageId, { method: "pick_up", slot });
      const [arranged] = await session.readPackages([packageId]);
      expect(arranged).toMatchObject({
        state: "arranged",
        trackingNumber: expect.stringMatching(/\w/),
        handover: { method: "pick_up", slot },
      });
      expect((await only(session, order.id)).lines[0]?.trackingNumber).toBe(
        arranged?.trackingNumber,
      );
      const again = await failureOf(session.handOver(packageId));
      expect(again.code).toMatch(/\.already_shipped$/);
    });

    it("arranged with a lost answer is found arranged", async () => {
      const opened = await waiting();
      if (!opened) return;
      const { harness, packageId } = opened;
      harness.loseNextAnswer("POST");
      const lost = await failureOf(harness.session.handOver(packageId, { method: "drop_off" }));
      expect(lost).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
      expect(await harness.session.readPackages([packageId])).toMatchObject([
        { state: "arranged", handover: { method: "drop_off" } },
      ]);
    });

    it("has its papers once they are made, and not before", async () => {
      const opened = await waiting();
      if (!opened) return;
      const { harness, packageId } = opened;
      const { session } = harness;
      const label = () => session.readShippingDocument(packageId, "label");
      expect((await failureOf(label())).code).toMatch(/\.label_too_early$/);
      await session.handOver(packageId);
      const pending = await failureOf(label());
      expect(pending).toMatchObject({ remedy: "retry" });
      await harness.advance(HOUR_MS);
      const document = await label();
      expect(document.url).toMatch(/^https?:/);
      expect(document.trackingNumber).toBeTruthy();
      await harness.advance(7 * HOUR_MS);
      expect((await failureOf(label())).code).toMatch(/\.label_too_late$/);
    });
  });

  it("has no label for a package that the seller ships", async () => {
    const harness = await open();
    const { draft } = await live(harness);
    const { session } = harness;
    const id = await harness.placeOrder(draft.skus[0]?.sellerSku ?? "", 1, "paid");
    const order = await only(session, id);
    const [provider] = await session.listShippingProviders(order.deliveryOptionId);
    const { packageId } = await session.shipOrder({
      orderId: id,
      lineIds: order.lines.map((line) => line.id),
      trackingNumber: "AB123456789GB",
      providerId: provider?.id ?? "",
    });
    const error = await failureOf(session.readShippingDocument(packageId, "label"));
    expect(error.code).toMatch(/\.shipped_by_seller$/);
  });
}
