/** What Weft writes into the orders of a real store once their goods have left, with the key that its module made. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prestashop } from "../../src/platforms/prestashop/manifest";
import type { SourceSession } from "../../src/platforms/source";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";
import { ask, deps, execute, installAnew, rows, storeUrl, uninstall, within } from "./local-store";
import { figuresOf, openOrderHarness, RIGHT, type OrderHarness } from "./order-harness";

const NUMBER = "WEFT555555555GB";
const parcel = { trackingNumber: NUMBER };

describe(`orders sent from the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let harness: OrderHarness;
  let session: SourceSession;
  /** Ids of the store's own states. */
  let shipped = "";
  let delivered = "";

  beforeAll(async () => {
    weft = await startFakeWeft();
    await installAnew();
    await within("pair", weft.url, CODE);
    await within("connect");
    harness = await openOrderHarness(weft.secret);
    const key = String(weft.said.findLast((said) => "key" in said)?.["key"]);
    session = prestashop.open({ url: storeUrl, key, secret: weft.secret }, deps);
    [shipped, delivered] = [await setting("PS_OS_SHIPPING"), await setting("PS_OS_DELIVERED")];
  });
  afterAll(async () => {
    await harness.leave();
    await uninstall();
    weft.close();
  });

  async function setting(name: string): Promise<string> {
    const [row] = await rows(`SELECT value FROM ps_configuration WHERE name = '${name}'`);
    return String(row?.["value"]);
  }

  /** States an order went through, its parcels, and mails to its buyer. */
  async function traces(id: string) {
    const history = await rows(
      `SELECT id_order_state AS state FROM ps_order_history WHERE id_order = ${id} ORDER BY id_order_history`,
    );
    const parcels = await rows(
      `SELECT tracking_number AS number FROM ps_order_carrier WHERE id_order = ${id} ORDER BY id_order_carrier`,
    );
    return {
      states: history.map(({ state }) => String(state)),
      numbers: parcels.map(({ number }) => number ?? ""),
    };
  }
  const mails = async () =>
    Number((await rows("SELECT COUNT(*) AS count FROM ps_mail"))[0]?.["count"]);

  it("get number and states once, nothing is booked or mailed, and Weft is sent no event of it", async () => {
    const draft = harness.draft();
    const { id } = await harness.order(draft);
    const [stock, sent, before] = [
      await harness.stockOf(harness.mug),
      await mails(),
      await traces(id),
    ];
    const events = await weft.eventsOf(async () => {
      for (let run = 0; run < 2; run += 1) {
        expect(await session.markShipped(id)).toBe(true);
        await session.changeOrder(id, { parcel });
      }
      for (let run = 0; run < 2; run += 1) expect(await session.markDelivered(id)).toBe(true);
      expect(await session.markShipped(id)).toBe(true);
      await ask(weft.secret, "flush");
    }, 0);
    expect(events.filter((event) => event.startsWith("order"))).toEqual([]);
    expect(await traces(id)).toEqual({
      states: [...before.states, shipped, delivered],
      numbers: [NUMBER],
    });
    const [figures] = await figuresOf(draft.channelOrderId);
    expect(figures).toMatchObject({ ...RIGHT, state: Number(delivered), states: 3 });
    expect(await harness.stockOf(harness.mug)).toBe(stock);
    expect(await mails()).toBe(sent);
  });

  it("are shipped though the store's state is hidden or no longer in use, and not twice in one of the merchant's own", async () => {
    for (const field of ["hidden", "deleted"]) {
      const [was] = await rows(
        `SELECT ${field} AS value FROM ps_order_state WHERE id_order_state = ${shipped}`,
      );
      const set = (value: unknown) =>
        execute(`UPDATE ps_order_state SET ${field} = ${value} WHERE id_order_state = ${shipped}`);
      const { id } = await harness.order(harness.draft());
      await set(1);
      expect(await session.markShipped(id)).toBe(true);
      await set(was?.["value"]);
      expect((await traces(id)).states.at(-1)).toBe(shipped);
    }
    const { id } = await harness.order(harness.draft());
    await execute(
      "INSERT INTO ps_order_state (invoice, send_email, unremovable, hidden, logable, delivery, shipped, paid, pdf_invoice, pdf_delivery, deleted) VALUES (1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0)",
    );
    const [own] = await rows("SELECT MAX(id_order_state) AS id FROM ps_order_state");
    await execute(`UPDATE ps_orders SET current_state = ${own?.["id"]} WHERE id_order = ${id}`);
    const before = await traces(id);
    expect(await session.markShipped(id)).toBe(true);
    expect(await traces(id)).toEqual(before);
    expect(await session.markDelivered(id)).toBe(true);
    expect((await traces(id)).states).toEqual([...before.states, delivered]);
    await execute(`DELETE FROM ps_order_state WHERE id_order_state = ${own?.["id"]}`);
  });

  it("say whose turn it is where the store's state is gone", async () => {
    const { id } = await harness.order(harness.draft());
    await execute(
      `UPDATE ps_order_state SET id_order_state = 9999 WHERE id_order_state = ${shipped}`,
    );
    await expect(
      session
        .markShipped(id)
        .finally(() =>
          execute(
            `UPDATE ps_order_state SET id_order_state = ${shipped} WHERE id_order_state = 9999`,
          ),
        ),
    ).rejects.toMatchObject({ remedy: "merchant", code: "prestashop.sent_state_missing" });
    expect(await session.markShipped(id)).toBe(true);
  });

  it("without an invoice are shipped, and their money is not booked again", async () => {
    const draft = harness.draft();
    await execute("UPDATE ps_configuration SET value = '0' WHERE name = 'PS_INVOICE'");
    const { id } = await harness.order(draft);
    expect(await session.markShipped(id)).toBe(true);
    await execute("UPDATE ps_configuration SET value = '1' WHERE name = 'PS_INVOICE'");
    const [figures] = await figuresOf(draft.channelOrderId);
    expect(figures).toMatchObject({ paid: 2852, payments: 2852, total: 2852 });
  });

  it("in two parcels are given the number of the last, and keep one that the merchant typed", async () => {
    const { id } = await harness.order(harness.draft());
    await execute(
      `INSERT INTO ps_order_carrier (id_order, id_carrier, id_order_invoice, weight, shipping_cost_tax_excl, shipping_cost_tax_incl, tracking_number, date_add) SELECT id_order, id_carrier, id_order_invoice, weight, 0, 0, '', NOW() FROM ps_order_carrier WHERE id_order = ${id}`,
    );
    await session.changeOrder(id, { parcel });
    expect((await traces(id)).numbers).toEqual(["", NUMBER]);
    const [shipment] = await session.readShipments([id]);
    expect(shipment?.parcels.map((one) => one.trackingNumber)).toEqual([NUMBER]);
  });

  it("of goods that the store calls virtual are shipped", async () => {
    await execute(
      `UPDATE ps_product SET is_virtual = 1 WHERE id_product IN (${harness.mug}, ${harness.tea})`,
    );
    const draft = harness.draft({ shippingMinor: 0, discountMinor: 0, totalMinor: 2553 });
    const { id } = await harness.order(draft);
    await execute(
      `UPDATE ps_product SET is_virtual = 0 WHERE id_product IN (${harness.mug}, ${harness.tea})`,
    );
    expect(await session.markShipped(id)).toBe(true);
    expect(await traces(id)).toMatchObject({ numbers: [] });
    expect((await session.readShipments([id]))[0]).toMatchObject({ takesNoNumber: true });
  });
});
