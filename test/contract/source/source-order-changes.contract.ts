/** What every source platform must do with an order after its import, and with one that takes no stock. */
import { describe, expect, it } from "vitest";
import { draftOf, quantities, twoVariants } from "./order-drafts";
import { type Fetch, type SourceHarness } from "./source-harness";
import { failureOf } from "../../support/failure-of";

/** Two long lines, a name with a digit, a number with an extension. */
const ODD_ADDRESS = {
  name: "Ann-Marie Lee 3rd",
  firstName: "Ann-Marie",
  lastName: "Lee 3rd",
  phone: "+44 20 7946 0000 ext. 12",
  dropOff: "behind the shed",
  city: "Leeds",
  postcode: "LS1 4AP",
  line1:
    "Apartment 1423, The Old Distillery Lofts, Building C, 2450 North Anne Street Courtyard, behind the Smithfield light rail stop, blue steel gate number seven",
  line2:
    "Ring bell 14, gate code 4711, leave with concierge if nobody answers the intercom after two tries, do not leave at the dock because parcels were stolen",
};

const HIDDEN_ADDRESS = {
  name: "J*** S***",
  firstName: "J***",
  lastName: "S***",
  phone: "(+44)7700****89",
  city: "L***",
  postcode: "LS1 ***",
  line1: "1***",
  line2: "",
};

export function sourceOrderChangesContract(
  name: string,
  start: () => Promise<SourceHarness>,
): void {
  describe(`${name} as a keeper of orders`, () => {
    const harness = start();

    /** An order made now, and how many requests wrote since. */
    async function made(given: { carrierReference?: string } = {}) {
      const { open, newChannelOrderId } = await harness;
      let writes = 0;
      const through = (inner: Fetch) => (request: Request) => {
        if (request.method !== "GET" && !request.url.includes("controller=api")) writes += 1;
        return inner(request);
      };
      const session = open(through);
      const sold = await twoVariants(session);
      const draft = { ...(await draftOf(session, sold, newChannelOrderId(), 0, 0)), ...given };
      const order = await session.importOrder(draft, {}, () => {});
      writes = 0;
      return { session, draft, order, writes: () => writes };
    }

    it("keeps every word of an address that the store's fields cannot hold", async () => {
      const { open, newChannelOrderId, deliveryOf } = await harness;
      const session = open();
      const draft = await draftOf(session, await twoVariants(session), newChannelOrderId(), 0, 0);
      const address = { ...draft.address, ...ODD_ADDRESS };
      const order = await session.importOrder({ ...draft, address }, {}, () => {});
      const { name, street, more, city, postcode, phone, other } = await deliveryOf(order.id);
      expect({ name, city, postcode, phone }).toEqual({
        name: "Ann-Marie Lee rd",
        city: "Leeds",
        postcode: "LS1 4AP",
        phone: "+44 20 7946 0000",
      });
      const shown = [street, more, other].join(" ");
      const typed =
        `${address.line1} ${address.line2} Lee 3rd 0000 ext. 12 ${address.dropOff}`.split(" ");
      expect(typed.filter((part) => !shown.includes(part))).toEqual([]);
      await session.cancelOrder(order.id);
    });

    it("turns what the channel hides into nothing else", async () => {
      const { open, newChannelOrderId, deliveryOf } = await harness;
      const session = open();
      const draft = await draftOf(session, await twoVariants(session), newChannelOrderId(), 0, 0);
      const hidden = { ...HIDDEN_ADDRESS, country: draft.address.country, state: "" };
      const order = await session.importOrder({ ...draft, address: hidden }, {}, () => {});
      const { name, street, phone, postcode, other } = await deliveryOf(order.id);
      expect({ name, street }).toEqual({ name: "J… S…", street: "1***" });
      // A store may demand a postcode; "0" is none.
      expect(postcode).toMatch(/^0?$/);
      expect({ phone, other }).toEqual({
        phone: "",
        other: "Phone: (+44)7700****89; Postcode: LS1 ***",
      });
      await session.cancelOrder(order.id);
    });

    it("moves an order to the buyer's new address, once however often it is told", async () => {
      const { deliveryOf } = await harness;
      const { session, draft, order, writes } = await made();
      const before = await deliveryOf(order.id);
      const there = {
        ...draft.address,
        line1: "99 New Street & Sons",
        city: "Leeds",
        line2: "Flat 2",
      };
      await session.changeOrder(order.id, { address: draft.address });
      expect(writes()).toBe(0);
      await session.changeOrder(order.id, { address: there });
      const moved = await deliveryOf(order.id);
      expect(moved).toMatchObject({ city: "Leeds", addresses: before.addresses + 1 });
      expect(moved.street).toContain("99 New Street");
      const done = writes();
      await session.changeOrder(order.id, { address: there });
      expect(writes()).toBe(done);
      await session.changeOrder(order.id, { address: draft.address });
      expect(await deliveryOf(order.id)).toEqual({ ...before, addresses: before.addresses + 1 });
      await session.cancelOrder(order.id);
    });

    it("tells what was given back for an order, each slip once, in one request a read", async () => {
      const { giveBack, now, open } = await harness;
      const since = now() - 60_000;
      const { order } = await made();
      let requests = 0;
      const counting = (inner: Fetch) => (request: Request) => {
        requests += 1;
        return inner(request);
      };
      const session = open(counting, await open().readStore());
      const before = await session.readRefunds(since);
      expect(before.refunds.filter(({ orderId }) => orderId === order.id)).toEqual([]);
      await giveBack(order.id, "3.50");
      requests = 0;
      const first = await session.readRefunds(since, before.cursor);
      expect(requests).toBe(1);
      const own = first.refunds.filter(({ orderId }) => orderId === order.id);
      expect(own.map(({ total }) => Number(total))).toEqual([3.5]);
      expect(Math.abs((own[0]?.at ?? 0) - now())).toBeLessThan(10 * 60_000);
      await giveBack(order.id, "1");
      const second = await session.readRefunds(since, first.cursor);
      expect(second.refunds.map(({ orderId, total }) => [orderId, Number(total)])).toEqual([
        [order.id, 1],
      ]);
      expect(second.isComplete).toBe(true);
      await session.cancelOrder(order.id);
    });

    it("moves an order although the answer to every write is lost once", async () => {
      const { open, deliveryOf } = await harness;
      const { draft, order } = await made();
      const before = await deliveryOf(order.id);
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
      const address = { ...draft.address, line1: "7 Lost Lane", city: "York" };
      for (let run = 0; run < 5; run += 1)
        await open(losing)
          .changeOrder(order.id, { address })
          .catch(() => {});
      expect(await deliveryOf(order.id)).toMatchObject({
        city: "York",
        addresses: before.addresses + 1,
      });
      await open().cancelOrder(order.id);
    });

    it("enters carrier and number of a parcel, and refuses a carrier it does not have", async () => {
      const carriers = (await (await harness).open().listCarriers()).filter((one) => one.isActive);
      const [first, second] = carriers;
      if (!first || !second) throw new Error("the store needs two active carriers");
      const { session, order, writes } = await made({ carrierReference: first.reference });
      const parcel = { carrierReference: second.reference, trackingNumber: "WEFT987654321GB" };
      await session.changeOrder(order.id, { parcel });
      expect((await session.readShipments([order.id]))[0]).toMatchObject({
        isShipped: false,
        parcels: [parcel],
      });
      const done = writes();
      await session.changeOrder(order.id, { parcel });
      await session.changeOrder(order.id, {});
      expect(writes()).toBe(done);
      const unknown = { carrierReference: "999999" };
      const refused = await failureOf(session.changeOrder(order.id, { parcel: unknown }));
      expect(refused.remedy).toBe("merchant");
      await session.cancelOrder(order.id);
    });

    it("marks an order delivered once, and leaves a cancelled one alone", async () => {
      const { ship } = await harness;
      const { session, order, writes } = await made();
      await ship(order.id, "WEFT111111111GB");
      expect(await session.markDelivered(order.id)).toBe(true);
      const [shipment] = await session.readShipments([order.id]);
      expect(shipment).toMatchObject({ isDelivered: true, isCancelled: false });
      const done = writes();
      expect(await session.markDelivered(order.id)).toBe(true);
      expect(writes()).toBe(done);
      await session.cancelOrder(order.id);
      expect(await session.markDelivered(order.id)).toBe(false);
      expect((await session.readShipments([order.id]))[0]?.isCancelled).toBe(true);
    });

    it("tells what an order was before a state that says nothing, in one request more", async () => {
      const { open, ship, refund } = await harness;
      const orders = [(await made()).order, (await made()).order];
      const [first, second] = orders.map(({ id }) => id);
      if (!first || !second) throw new Error("there are two orders");
      let requests = 0;
      const counting = (inner: Fetch) => (request: Request) => {
        requests += 1;
        return inner(request);
      };
      const session = open(counting);
      const read = async () => {
        requests = 0;
        return { shipments: await session.readShipments([first, second]), requests };
      };
      await read();
      const plain = await read();
      expect(plain.shipments.map(({ earlier }) => earlier)).toEqual([undefined, undefined]);
      await ship(first, "WEFT222222222GB");
      for (const id of [first, second]) await refund(id);
      const after = await read();
      expect(after.requests).toBe(plain.requests + 1);
      const said = after.shipments.map(({ earlier = [], isShipped, parcels }) => [
        isShipped,
        earlier.some((state) => state.isShipped),
        parcels[0]?.trackingNumber,
      ]);
      expect(said).toEqual([
        [false, true, "WEFT222222222GB"],
        [false, false, ""],
      ]);
      for (const id of [first, second]) await session.cancelOrder(id);
    });

    it("says that an order is not there", async () => {
      const session = (await harness).open();
      const change = session.changeOrder("999999999", { parcel: { trackingNumber: "X" } });
      expect((await failureOf(change)).remedy).toBe("merchant");
      expect((await failureOf(session.markDelivered("999999999"))).remedy).toBe("merchant");
    });

    it("makes an order without touching the stock, or says that it needs the module", async () => {
      const { open, newChannelOrderId, countOrders, transport } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const before = await quantities(session, sold);
      const orders = await countOrders();
      const plain = await draftOf(session, sold, newChannelOrderId(), 0, 0);
      const draft = { ...plain, isFulfilledByChannel: true };
      if (transport === "webservice") {
        const refused = await failureOf(session.importOrder(draft, {}, () => {}));
        expect(refused).toMatchObject({ remedy: "merchant", code: "prestashop.module_needed" });
        expect(await countOrders()).toBe(orders);
      } else {
        const order = await session.importOrder(draft, {}, () => {});
        expect(order).toMatchObject({ totalMinor: draft.totalMinor, isPaid: true, oversold: [] });
        expect(await session.importOrder(draft, {}, () => {})).toEqual(order);
        expect(await countOrders()).toBe(orders + 1);
      }
      expect(await quantities(session, sold)).toEqual(before);
    });
  });
}
