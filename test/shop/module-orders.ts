/** Orders of a real store through the module: once, whole, to the cent, or not at all. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  countRows,
  figuresOf,
  leaveUnpaid,
  lineOf,
  openOrderHarness,
  RIGHT,
  type OrderHarness,
} from "./order-harness";
import {
  ask,
  execute,
  installAnew,
  rows,
  storeUrl,
  uninstall,
  watchWithin,
  within,
} from "./local-store";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";

const AT_ONCE = 50;
const DIFFERENT = 20;
/** The shop's state with an invoice and a delivery slip. */
const SHIPPED = "4";
const DEATHS = 12;
const LOSSES = 40;
const TIMED = 3;
/** Of what an import takes: some die after the order and before the answer. */
const BEYOND = 1.2;

const fulfilled = <T>(all: readonly PromiseSettledResult<T>[]) =>
  all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));

describe(`the orders of the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let harness: OrderHarness;
  beforeAll(async () => {
    weft = await startFakeWeft();
    await installAnew();
    await within("pair", weft.url, CODE);
    harness = await openOrderHarness(weft.secret);
  });
  afterAll(async () => {
    await harness.leave();
    await uninstall();
    weft.close();
  });

  /** As Weft does: whatever went wrong, it asks again. */
  async function askUntilMade(draft: Record<string, unknown>): Promise<void> {
    for (let attempt = 0; attempt <= LOSSES; attempt += 1) {
      const isMade = await harness.order(draft).then(
        () => true,
        () => false,
      );
      if (isMade) return;
    }
    throw new Error("the store never made the order");
  }

  /** About as long as an import takes, and a little more, on this machine as busy as it is. */
  async function importMs(): Promise<number> {
    let longest = 0;
    for (let timed = 0; timed < TIMED; timed += 1) {
      const timer = await watchWithin("time-import");
      await harness.order(harness.draft());
      longest = Math.max(longest, Number(await timer.outcome));
    }
    return longest * BEYOND;
  }

  it("are one when fifty ask for it at once, with the same answer for all", async () => {
    const draft = harness.draft();
    const before = await harness.stockOf(harness.mug);
    const asked = Array.from({ length: AT_ONCE }, () => harness.order(draft));
    const answers = fulfilled(await Promise.allSettled(asked));
    expect(answers).toHaveLength(AT_ONCE);
    const distinct = new Set(answers.map((one) => JSON.stringify({ ...one, isRepeat: null })));
    expect(distinct.size).toBe(1);
    expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    expect(await figuresOf(draft.channelOrderId)).toMatchObject([RIGHT]);
    expect(await harness.stockOf(harness.mug)).toBe(before - 2);
  });

  it("are twenty when twenty different ones come at once, and stock and invoices count them", async () => {
    const before = await harness.stockOf(harness.tea);
    const drafts = Array.from({ length: DIFFERENT }, () => harness.draft());
    await Promise.all(drafts.map(askUntilMade));
    for (const { channelOrderId } of drafts)
      expect(await figuresOf(channelOrderId)).toMatchObject([RIGHT]);
    expect(await harness.stockOf(harness.tea)).toBe(before - DIFFERENT);
    const ordered = drafts.map(({ channelOrderId }) => `'order-${channelOrderId}@weft.invalid'`);
    const [numbers] = await rows(
      `SELECT COUNT(DISTINCT i.number) AS count FROM ps_order_invoice i JOIN ps_orders o USING (id_order) JOIN ps_customer u USING (id_customer) WHERE u.email IN (${ordered.join()})`,
    );
    expect(Number(numbers?.["count"])).toBe(DIFFERENT);
  });

  it("have invoices and delivery slips under numbers of their own, also where the store gives one twice", async () => {
    const numbers = async () => {
      const { id } = await harness.order(harness.draft({ stateId: SHIPPED }));
      const [row] = await rows(
        `SELECT i.number, i.delivery_number AS slip, o.invoice_number AS ofOrder, o.delivery_number AS slipOfOrder FROM ps_order_invoice i JOIN ps_orders o USING (id_order) WHERE id_order = ${id}`,
      );
      return Object.fromEntries(Object.entries(row ?? {}).map(([key, at]) => [key, Number(at)]));
    };
    const first = await numbers();
    expect(first).toEqual({ ...first, ofOrder: first["number"], slipOfOrder: first["slip"] });
    const next: [string, number | undefined][] = [
      ["PS_INVOICE_START_NUMBER", first["number"]],
      ["PS_DELIVERY_NUMBER", first["slip"]],
    ];
    const names = next.map(([name]) => `'${name}'`).join();
    await execute(`DELETE FROM ps_configuration WHERE name IN (${names})`);
    for (const [name, number] of next)
      await execute(
        `INSERT INTO ps_configuration (name, value, date_add, date_upd) VALUES ('${name}', '${number}', NOW(), NOW())`,
      );
    const second = await numbers();
    expect(second).toEqual({ ...second, ofOrder: second["number"], slipOfOrder: second["slip"] });
    expect(second["number"]).toBeGreaterThan(first["number"] ?? 0);
    expect(second["slip"]).toBeGreaterThan(first["slip"] ?? 0);
  });

  it("are one after a repeat when the store's process dies at any moment", async () => {
    const spanMs = await importMs();
    const before = await harness.stockOf(harness.mug);
    let died = 0;
    for (let death = 0; death < DEATHS; death += 1) {
      const draft = harness.draft();
      const killer = await watchWithin("kill-import", String((death * spanMs) / DEATHS));
      const first = await harness.order(draft).catch((caught: unknown) => caught);
      const pid = await killer.outcome;
      if (first instanceof Error && Number(pid) > 0) died += 1;
      await harness.order(draft);
      expect(await figuresOf(draft.channelOrderId)).toMatchObject([RIGHT]);
    }
    expect(died).toBeGreaterThan(DEATHS / 4);
    expect(await harness.stockOf(harness.mug)).toBe(before - 2 * DEATHS);
  });

  it("are one after repeats when the store loses its database at any moment", async () => {
    const spanMs = Math.round(await importMs());
    const before = await harness.stockOf(harness.mug);
    const ids: string[] = [];
    const killer = within("kill-connections", String(LOSSES), String(spanMs));
    const killing = { isOver: false };
    void killer.finally(() => (killing.isOver = true));
    while (!killing.isOver) {
      const draft = harness.draft();
      ids.push(draft.channelOrderId);
      await askUntilMade(draft);
    }
    expect(Number(await killer)).toBeGreaterThan(LOSSES / 4);
    for (const id of ids) expect(await figuresOf(id)).toMatchObject([RIGHT]);
    expect(await harness.stockOf(harness.mug)).toBe(before - 2 * ids.length);
    const [found] = await rows(
      `SELECT COUNT(*) AS count FROM ps_orders o LEFT JOIN ps_customer u USING (id_customer) WHERE o.id_order > ${harness.lastOrderBefore} AND u.id_customer IS NULL`,
    );
    expect(Number(found?.["count"])).toBe(0);
  });

  it("leave no prices behind, and are followed by their stock once, whoever calls next", async () => {
    const draft = harness.draft();
    const { cartId } = await harness.order(draft);
    const prices = await rows(`SELECT 1 AS one FROM ps_specific_price WHERE id_cart = ${cartId}`);
    expect(prices).toEqual([]);
    const [row] = await rows(
      `SELECT id_stock_available AS id FROM ps_stock_available WHERE id_product = ${harness.mug}`,
    );
    const leave = () =>
      execute(
        `UPDATE ps_weft_order SET stock_moves = '{"${row?.["id"]}":-3}' WHERE channel_order_id = '${draft.channelOrderId}'`,
      );
    const callers: (() => Promise<unknown>)[] = [
      () => harness.order(draft),
      () => ask(weft.secret, "flush"),
      () => ask(weft.secret, "health"),
      () => ask(weft.secret, "stock", { products: [harness.mug] }),
    ];
    for (const call of callers) {
      const before = await harness.stockOf(harness.mug);
      await leave();
      await call();
      await call();
      expect(await harness.stockOf(harness.mug)).toBe(before - 3);
    }
    const before = await harness.stockOf(harness.mug);
    await leave();
    await harness.order(harness.draft());
    expect(await harness.stockOf(harness.mug)).toBe(before - 3 - 2);
  });

  it("that the store holds for unpaid are taken up as they are, and their stock is taken once", async () => {
    const draft = harness.draft();
    const { id } = await harness.order(draft);
    await leaveUnpaid(id, draft.channelOrderId);
    const before = await harness.stockOf(harness.mug);
    expect(await harness.order(draft)).toMatchObject({ id, isRepeat: true, isPaid: true });
    expect(await harness.order(draft)).toMatchObject({ id, isRepeat: true });
    expect(await figuresOf(draft.channelOrderId)).toMatchObject([{ ...RIGHT, states: 2 }]);
    expect(await harness.stockOf(harness.mug)).toBe(before - 2);
  });

  it("cost what was said beforehand, and saying so leaves nothing", async () => {
    const draft = harness.draft();
    const before = await countRows();
    const said = await ask(weft.secret, "cart-total", draft);
    expect(await countRows()).toEqual(before);
    const { productsMinor, shippingMinor, discountMinor, totalMinor, taxes } = said;
    const figures = { productsMinor, shippingMinor, discountMinor, totalMinor, taxes };
    expect(await harness.order(draft)).toMatchObject(figures);
  });

  it("are not made when the store cannot take them, and nothing is left behind", async () => {
    const { address } = harness.draft();
    const cases: [string, Record<string, unknown>][] = [
      ["country_missing", { address: { ...(address as object), country: "ZZ" } }],
      ["currency_missing", { currency: "XTS" }],
      ["carrier_missing", { carrierReference: "987654" }],
      ["state_missing", { stateId: "987654" }],
      ["product_missing", { lines: [lineOf("987654", 1, 2553)] }],
      ["draft_sum_wrong", { totalMinor: 2853 }],
    ];
    const before = await countRows();
    for (const [code, change] of cases)
      await expect(harness.order(harness.draft(change))).rejects.toMatchObject({
        code: `prestashop.${code}`,
      });
    expect(await countRows()).toEqual(before);
  });

  it("are made although the merchant demands fields that no channel knows", async () => {
    const fields = ["phone", "phone_mobile", "company", "vat_number", "dni", "address2", "other"];
    const values = [...fields.map((field) => `('Address', '${field}')`), "('Customer', 'optin')"];
    await execute(
      `INSERT INTO ps_required_field (object_name, field_name) VALUES ${values.join()}`,
    );
    const { address } = harness.draft();
    const draft = harness.draft({ address: { ...(address as object), phone: "" } });
    try {
      await harness.order(draft);
    } finally {
      await execute(
        `DELETE FROM ps_required_field WHERE (object_name, field_name) IN (${values.join()})`,
      );
    }
    const [found] = await rows(
      `SELECT a.phone, a.company FROM ps_address a JOIN ps_customer u USING (id_customer) WHERE u.email = 'order-${draft.channelOrderId}@weft.invalid'`,
    );
    expect(found).toEqual({ phone: "0", company: "-" });
  });

  it("are refused for a product of another price, and the stock is the same", async () => {
    const [digits] = await rows("SELECT `precision` FROM ps_currency WHERE iso_code = 'EUR'");
    const before = [await countRows(), await harness.stockOf(harness.mug)];
    await execute("UPDATE ps_currency SET `precision` = 0 WHERE iso_code = 'EUR'");
    const asked = harness.order(harness.draft({ currency: "EUR" }));
    await expect(asked).rejects.toMatchObject({ code: "prestashop.order_total_differs" });
    await execute(
      `UPDATE ps_currency SET \`precision\` = ${digits?.["precision"] ?? 2} WHERE iso_code = 'EUR'`,
    );
    expect([await countRows(), await harness.stockOf(harness.mug)]).toEqual(before);
  });

  it("take nothing from the stock when the channel sends them itself", async () => {
    const before = await harness.stockOf(harness.mug);
    const draft = harness.draft({ isFulfilledByChannel: true });
    await harness.order(draft);
    expect(await harness.stockOf(harness.mug)).toBe(before);
    expect(await figuresOf(draft.channelOrderId)).toMatchObject([RIGHT]);
  });

  it("are made of what the store no longer has, and say so", async () => {
    await harness.setStock(harness.mug, 1);
    const { oversold } = await harness.order(harness.draft());
    expect(oversold).toEqual([{ product: harness.mug, variant: "0", short: 1 }]);
    expect(await harness.stockOf(harness.mug)).toBe(-1);
    await harness.setStock(harness.mug, 5000);
  });

  it("send no mail to the buyer's made-up address, and none is in payment error", async () => {
    const [found] = await rows(
      `SELECT (SELECT COUNT(*) FROM ps_mail WHERE recipient LIKE '%@weft.invalid') AS mails,
      (SELECT COUNT(*) FROM ps_orders WHERE id_order > ${harness.lastOrderBefore} AND current_state =
      (SELECT value FROM ps_configuration WHERE name = 'PS_OS_ERROR')) AS errors`,
    );
    expect(Object.values(found ?? {}).map(Number)).toEqual([0, 0]);
  });
});
