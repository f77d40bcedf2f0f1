/** What every source platform must do with an order: once, to the cent, whatever breaks. */
import { describe, expect, it } from "vitest";
import { asSyncError } from "../../../src/domain/errors/sync-error";
import type { ImportProgress } from "../../../src/platforms/source";
import { draftOf, line, quantities, twoVariants } from "./order-drafts";
import { type Fetch, type SourceHarness } from "./source-harness";
import { failureOf } from "../../support/failure-of";

export function sourceOrdersContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} as a taker of orders`, () => {
    const harness = start();

    it("makes an order to the cent, with shipping and a discount, and takes its stock", async () => {
      const { open, newChannelOrderId, transport } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const before = await quantities(session, sold);
      const draft = await draftOf(session, sold, newChannelOrderId(), 399, 150);
      const order = await session.importOrder(draft, {}, () => {});
      expect(order).toMatchObject({
        totalMinor: draft.totalMinor,
        isPaid: true,
        transport,
        oversold: [],
      });
      expect(order.figures).toMatchObject({ shippingMinor: 399, totalMinor: draft.totalMinor });
      expect(order.reference).not.toBe("");
      const { figures } = order;
      expect(figures).toMatchObject({ shippingMinor: 399, totalMinor: draft.totalMinor });
      const taxed = figures.taxes.map(({ netMinor, taxMinor }) => netMinor + taxMinor);
      expect(taxed.reduce((sum, minor) => sum + minor, 0)).toBe(draft.totalMinor);
      expect(await quantities(session, sold)).toEqual(before.map((was, at) => was - (at ? 1 : 3)));
      await session.cancelOrder(order.id);
      expect(await quantities(session, sold)).toEqual(before);
      await session.cancelOrder(order.id);
      expect(await quantities(session, sold)).toEqual(before);
      const [shipment] = await session.readShipments([order.id]);
      expect(shipment).toMatchObject({
        isCancelled: true,
        isShipped: false,
        parcels: [{ trackingNumber: "" }],
      });
    });

    it("makes one order of one sale, with its progress remembered, half remembered or lost", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const draft = await draftOf(session, sold, newChannelOrderId(), 0, 0);
      const before = await countOrders();
      const remembered: ImportProgress[] = [{}];
      const order = await session.importOrder(draft, {}, (step) => remembered.push(step));
      for (const progress of remembered)
        expect(await open().importOrder(draft, progress, () => {})).toEqual(order);
      expect(await countOrders()).toBe(before + 1);
      await session.cancelOrder(order.id);
    });

    it("makes one order although every answer to a write is lost once", async () => {
      const { open, newChannelOrderId, countOrders, transport } = await harness;
      const store = await open().readStore();
      const sold = await twoVariants(open());
      const draft = await draftOf(open(), sold, newChannelOrderId(), 250, 100);
      const stock = await quantities(open(), sold);
      const before = await countOrders();
      const lost = new Set<string>();
      const losing =
        (inner: Fetch): Fetch =>
        async (request) => {
          const { method, url } = request;
          const answer = await inner(request);
          const step = `${method} ${new URL(url).pathname}`;
          if (method !== "POST" || lost.has(step)) return answer;
          lost.add(step);
          await answer.arrayBuffer();
          throw new TypeError("connection lost");
        };
      let progress: ImportProgress = {};
      let imported: string | undefined;
      for (let run = 0; run < 12 && !imported; run += 1) {
        const result = open(losing, store).importOrder(
          draft,
          progress,
          (step) => (progress = step),
        );
        imported = await result.then(
          (order) => order.id,
          (caught) => void expect(asSyncError(caught).remedy).toBe("retry"),
        );
      }
      // The module makes it in one call.
      expect(lost.size).toBeGreaterThanOrEqual(transport === "module" ? 1 : 5);
      expect(imported).toMatch(/^\d+$/);
      expect(await countOrders()).toBe(before + 1);
      expect(await quantities(open(), sold)).toEqual(stock.map((was, at) => was - (at ? 1 : 3)));
      await open().cancelOrder(imported ?? "");
    });

    it("shows shipping and a discount even where the two cancel each other out", async () => {
      const { open, newChannelOrderId } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const draft = await draftOf(session, sold, newChannelOrderId(), 300, 300);
      const order = await session.importOrder(draft, {}, () => {});
      expect(order).toMatchObject({ totalMinor: 5497, isPaid: true });
      await session.cancelOrder(order.id);
    });

    it("sums units of one variant sold at different prices", async () => {
      const { open, newChannelOrderId } = await harness;
      const session = open();
      const [first] = await twoVariants(session);
      const draft = await draftOf(session, [], newChannelOrderId(), 0, 0, [
        line(first, 1, 999),
        line(first, 1, 998),
        line(first, 1, 1001),
      ]);
      const order = await session.importOrder(draft, {}, () => {});
      expect(order.totalMinor).toBe(2998);
      await session.cancelOrder(order.id);
    });

    it("reads an order that the merchant shipped, with number and carrier", async () => {
      const { open, newChannelOrderId, ship } = await harness;
      const session = open();
      const carriers = await session.listCarriers();
      const reference = carriers.find((carrier) => carrier.isActive)?.reference;
      expect(reference).toBeDefined();
      const draft = await draftOf(session, await twoVariants(session), newChannelOrderId(), 0, 0);
      const order = await session.importOrder(
        { ...draft, ...(reference && { carrierReference: reference }) },
        {},
        () => {},
      );
      const [open1] = await session.readShipments([order.id]);
      expect(open1).toMatchObject({
        isShipped: false,
        isCancelled: false,
        parcels: [{ trackingNumber: "" }],
      });
      await ship(order.id, "WEFT123456789GB");
      const [sent, ...none] = await session.readShipments([order.id, "999999999"]);
      expect(none).toEqual([]);
      expect(sent).toMatchObject({
        orderId: order.id,
        isShipped: true,
        parcels: [{ trackingNumber: "WEFT123456789GB", carrierReference: reference }],
      });
      await session.cancelOrder(order.id);
    });

    it("makes no order of a variant that its product does not have, nor of a product without its variant", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const before = await countOrders();
      const [sold] = await twoVariants(open());
      const { product } = sold ?? {};
      if (!product) throw new Error("no product has variants");
      for (const variantId of ["999999999", "0"]) {
        const one = { productId: product.id, variantId, quantity: 1, unitPriceMinor: 100 };
        const draft = await draftOf(open(), [], newChannelOrderId(), 0, 0, [
          { ...one, name: "Gone" },
        ]);
        const caught = await failureOf(open().importOrder(draft, {}, () => {}));
        const named = variantId === "0" ? product.id : `${product.id}:${variantId}`;
        expect(caught).toMatchObject({ remedy: "merchant", code: "prestashop.product_missing" });
        expect(caught.facts).toMatchObject({ productIds: [named] });
      }
      expect(await countOrders()).toBe(before);
    });

    it("says which products an order lacks before it writes anything", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const before = await countOrders();
      const draft = await draftOf(open(), [], newChannelOrderId(), 0, 0, [
        { productId: "999999999", variantId: "0", quantity: 1, unitPriceMinor: 100, name: "Gone" },
      ]);
      const caught = await failureOf(open().importOrder(draft, {}, () => {}));
      expect(caught.remedy).toBe("merchant");
      expect(caught.facts).toMatchObject({ productIds: ["999999999"] });
      expect(await countOrders()).toBe(before);
    });

    it("refuses a draft whose parts do not make its total", async () => {
      const { open, newChannelOrderId } = await harness;
      const sold = await twoVariants(open());
      const draft = await draftOf(open(), sold, newChannelOrderId(), 0, 0);
      const wrong = { ...draft, totalMinor: draft.totalMinor + 1 };
      expect((await failureOf(open().importOrder(wrong, {}, () => {}))).remedy).toBe("defect");
    });
  });
}
