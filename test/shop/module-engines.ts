/** Orders of a real store whose tables have no transactions: one each, though nothing can be rolled back. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countRows, figuresOf, openOrderHarness, RIGHT, type OrderHarness } from "./order-harness";
import { ask, installAnew, installOther, rows, storeUrl, uninstall, within } from "./local-store";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";

/** As in shops that moved from host to host for years; the keys of the buyers' table are too long for MyISAM. */
const OLD_TABLES = [
  "address cart cart_product customer_group message order_carrier order_cart_rule order_detail",
  "order_detail_tax order_history order_invoice order_invoice_payment order_invoice_tax order_payment",
  "orders specific_price stock_available stock_mvt",
].flatMap((names) => names.split(" "));

describe(`orders without transactions in the store at ${storeUrl}`, () => {
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

  async function withEngine(tables: readonly string[], run: () => Promise<void>): Promise<void> {
    const convert = (engine: string) => within("engine", engine, ...tables);
    await convert("MyISAM");
    try {
      await run();
    } finally {
      await convert("InnoDB");
    }
  }

  /** Another module ends the request the first time that an order is there. */
  async function dyingOnce(hook: string, run: () => Promise<void>): Promise<void> {
    const flag = join(tmpdir(), `weft-dies-${process.pid}`);
    const does = `if (is_file('${flag}')) { unlink('${flag}'); exit; }`;
    const remove = await installOther("weftdies", hook, does);
    writeFileSync(flag, "");
    try {
      await run();
    } finally {
      await remove();
    }
  }

  /** Where PHP may end: behind each write of the store, in their order. */
  const DEATHS = [
    "actionObjectCustomerAddAfter",
    "actionObjectCartAddAfter",
    "actionObjectOrderAddAfter",
    "actionObjectOrderDetailAddAfter",
    "actionObjectOrderCarrierAddAfter",
    "actionObjectOrderCartRuleAddAfter",
    "actionValidateOrder",
    "actionObjectOrderInvoiceAddAfter",
    "actionObjectOrderPaymentAddAfter",
    "actionObjectOrderHistoryAddAfter",
    "actionOrderStatusPostUpdate",
    // The order is kept by then, and its units are taken.
    "actionUpdateQuantity",
  ];
  const ORDERS_ONLY = OLD_TABLES.filter((it) => it.startsWith("order"));

  it.each([
    ...DEATHS.map((hook) => ["all but the buyers'", hook, OLD_TABLES] as const),
    ["the orders'", "actionObjectOrderDetailAddAfter", ORDERS_ONLY] as const,
    ["the orders'", "actionValidateOrder", ORDERS_ONLY] as const,
  ])("are one after a crash where %s tables lack them: %s", async (_name, hook, tables) => {
    await withEngine(tables, () =>
      dyingOnce(hook, async () => {
        const draft = harness.draft();
        const [last] = await rows("SELECT MAX(id_order) AS id FROM ps_orders");
        const stock = await harness.stockOf(harness.mug);
        await expect(harness.order(draft)).rejects.toThrow();
        await harness.order(draft);
        expect((await harness.order(draft)).isRepeat).toBe(true);
        const made = await rows(`SELECT * FROM ps_orders WHERE id_order > ${Number(last?.["id"])}`);
        expect(made).toHaveLength(1);
        expect(await figuresOf(draft.channelOrderId)).toMatchObject([{ ...RIGHT, states: 1 }]);
        expect(await harness.stockOf(harness.mug)).toBe(stock - 2);
      }),
    );
  });

  it("get no trial, because nothing could take it away again", async () => {
    const draft = harness.draft();
    const before = await countRows();
    await withEngine(["cart"], async () => {
      await expect(ask(weft.secret, "cart-total", draft)).rejects.toMatchObject({
        code: "prestashop.no_transactions",
      });
      const { tables } = await ask(weft.secret, "health");
      expect(tables).toMatchObject({
        withoutTransactions: [{ name: "ps_cart", engine: "MyISAM" }],
      });
    });
    expect(await countRows()).toEqual(before);
    expect((await ask(weft.secret, "health")).tables).toMatchObject({ withoutTransactions: [] });
  });
});
