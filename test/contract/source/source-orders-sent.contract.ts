/** What every source platform must write into an order once its goods have left, and what it must leave alone. */
import { describe, expect, it } from "vitest";
import { draftOf, quantities, twoVariants } from "./order-drafts";
import { type Fetch, type SourceHarness } from "./source-harness";
import { failureOf } from "../../support/failure-of";

export function sourceOrdersSentContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} as a keeper of what was sent`, () => {
    const harness = start();

    /** An order made now, in a state of the merchant's choice. */
    async function made(through?: (inner: Fetch) => Fetch, orderStateId?: string) {
      const { open, newChannelOrderId, bookkeepingOf } = await harness;
      const session = open(through);
      const sold = await twoVariants(session);
      const plain = await draftOf(session, sold, newChannelOrderId(), 0, 0);
      const draft = { ...plain, ...(orderStateId && { orderStateId }) };
      const { id } = await session.importOrder(draft, {}, () => {});
      return { session, id, sold, draft, kept: () => bookkeepingOf(id) };
    }

    it("gives an order its number and the states of being shipped and delivered, each once", async () => {
      const { session, id, sold, kept } = await made();
      const [before, stock] = [await kept(), await quantities(session, sold)];
      for (let run = 0; run < 2; run += 1) {
        await session.changeOrder(id, { parcel: { trackingNumber: "WEFT333333333GB" } });
        expect(await session.markShipped(id)).toBe(true);
      }
      const [shipped] = await session.readShipments([id]);
      expect(shipped).toMatchObject({ isShipped: true, isDelivered: false, isCancelled: false });
      expect(shipped?.parcels.map((one) => one.trackingNumber)).toEqual(["WEFT333333333GB"]);
      for (let run = 0; run < 2; run += 1) expect(await session.markDelivered(id)).toBe(true);
      expect(await session.markShipped(id)).toBe(true);
      const [delivered] = await session.readShipments([id]);
      expect(delivered).toMatchObject({ isDelivered: true, isCancelled: false });
      const after = await kept();
      expect(after).toEqual({ ...before, states: after.states, numbers: ["WEFT333333333GB"] });
      expect(after.states.length).toBe(before.states.length + 2);
      expect(await quantities(session, sold)).toEqual(stock);
      await session.cancelOrder(id);
      expect(await session.markShipped(id)).toBe(false);
    });

    it("ships an order that has no invoice without booking its money again", async () => {
      const { paidWithoutInvoice } = await harness;
      const { session, id, draft, kept } = await made(undefined, await paidWithoutInvoice());
      const before = await kept();
      expect(before).toMatchObject({ payments: [draft.totalMinor / 100] });
      expect(await session.markShipped(id)).toBe(true);
      expect(await session.markDelivered(id)).toBe(true);
      const { payments, paid, states } = await kept();
      expect({ payments, paid }).toEqual({ payments: before.payments, paid: before.paid });
      expect(states.length).toBe(before.states.length + 2);
      await session.cancelOrder(id);
    });

    it("ships an order once although the answer to every write is lost once", async () => {
      const { open } = await harness;
      const { id, kept } = await made();
      const before = await kept();
      const lost = new Set<string>();
      const losing =
        (inner: Fetch): Fetch =>
        async (request) => {
          const answer = await inner(request);
          const step = `${request.method} ${new URL(request.url).pathname}`;
          if (request.method === "GET" || lost.has(step)) return answer;
          lost.add(step);
          await answer.arrayBuffer();
          throw new TypeError("connection lost");
        };
      const parcel = { trackingNumber: "WEFT444444444GB" };
      for (let run = 0; run < 3; run += 1) {
        await open(losing)
          .markShipped(id)
          .catch(() => {});
        await open(losing)
          .changeOrder(id, { parcel })
          .catch(() => {});
      }
      const { states, numbers } = await kept();
      expect(numbers).toEqual(["WEFT444444444GB"]);
      expect(states.length).toBe(before.states.length + 1);
      await open().cancelOrder(id);
    });

    it("says that an order to be shipped is not there", async () => {
      const missing = await failureOf((await harness).open().markShipped("999999999"));
      expect(missing.remedy).toBe("merchant");
    });
  });
}
