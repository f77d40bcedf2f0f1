/** Orders of a real store whose goods are gone, or whose cart the store fills with vouchers, by the module. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";
import {
  ask,
  execute,
  installAnew,
  remove,
  rows,
  storeUrl,
  uninstall,
  within,
} from "./local-store";
import {
  figuresOf,
  leaveUnpaid,
  lineOf,
  makeProduct,
  openOrderHarness,
  RIGHT,
  type OrderHarness,
} from "./order-harness";

const PLAIN = { shippingMinor: 0, discountMinor: 0, totalMinor: 2553 };
const VOUCHER = "Voucher of the test";

/** What a voucher without a code takes off: percent, an amount, shipping (1: all of it). */
async function makeVoucher(values: string): Promise<void> {
  await execute(
    `INSERT INTO ps_cart_rule (date_from, date_to, quantity, quantity_per_user, code, active, date_add, date_upd, description, reduction_currency, reduction_tax, reduction_percent, reduction_amount, free_shipping)
    VALUES ('2020-01-01', '2035-01-01', 1000, 1000, '', 1, NOW(), NOW(), '${VOUCHER}', 1, 1, ${values})`,
  );
  await execute(
    `INSERT INTO ps_cart_rule_lang (id_cart_rule, id_lang, name) SELECT id_cart_rule, 1, description FROM ps_cart_rule WHERE description = '${VOUCHER}'`,
  );
}

async function removeVouchers(): Promise<void> {
  await execute(
    `DELETE l, r FROM ps_cart_rule r JOIN ps_cart_rule_lang l USING (id_cart_rule) WHERE r.description = '${VOUCHER}'`,
  );
}

describe(`odd orders of the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let harness: OrderHarness;
  let feature = "0";

  beforeAll(async () => {
    weft = await startFakeWeft();
    await installAnew();
    await within("pair", weft.url, CODE);
    harness = await openOrderHarness(weft.secret);
    const [row] = await rows(
      "SELECT value FROM ps_configuration WHERE name = 'PS_CART_RULE_FEATURE_ACTIVE'",
    );
    feature = String(row?.["value"] ?? "0");
    await execute(
      "UPDATE ps_configuration SET value = '1' WHERE name = 'PS_CART_RULE_FEATURE_ACTIVE'",
    );
  });
  afterAll(async () => {
    await removeVouchers();
    await execute(
      `UPDATE ps_configuration SET value = '${feature}' WHERE name = 'PS_CART_RULE_FEATURE_ACTIVE'`,
    );
    await harness.leave();
    await uninstall();
    await weft.close();
  });

  it("are finished where the store has them and a product of theirs is deleted", async () => {
    const gone = await makeProduct("Gone of the test", "7.5", "1");
    const lines = [lineOf(gone, 2, 999), lineOf(harness.tea, 1, 555)];
    const draft = harness.draft({ lines });
    const { id } = await harness.order(draft);
    await leaveUnpaid(id, draft.channelOrderId);
    await remove("products", gone);
    expect(await harness.order(draft)).toMatchObject({ id, isRepeat: true, isPaid: true });
    expect(await figuresOf(draft.channelOrderId)).toMatchObject([{ ...RIGHT, states: 2 }]);
    await expect(harness.order(harness.draft({ lines }))).rejects.toMatchObject({
      code: "prestashop.product_missing",
    });
  });

  it("go by a carrier of the zone where none takes goods of such a weight", async () => {
    await execute("UPDATE ps_carrier SET max_weight = 1 WHERE deleted = 0 AND max_weight = 0");
    await execute(`UPDATE ps_product SET weight = 900 WHERE id_product = ${harness.mug}`);
    try {
      const draft = harness.draft();
      await harness.order(draft);
      expect(await figuresOf(draft.channelOrderId)).toMatchObject([RIGHT]);
    } finally {
      await execute("UPDATE ps_carrier SET max_weight = 0 WHERE max_weight = 1");
      await execute(`UPDATE ps_product SET weight = 0 WHERE id_product = ${harness.mug}`);
    }
  });

  it.each([
    ["ten per cent off", "10, 0, 0"],
    ["five off", "0, 5, 0"],
    ["free shipping", "0, 0, 1"],
  ])("take no voucher that the store puts into every cart: %s", async (_name, values) => {
    await makeVoucher(values);
    try {
      const draft = harness.draft();
      await ask(weft.secret, "cart-total", draft);
      await harness.order(draft);
      expect(await figuresOf(draft.channelOrderId)).toMatchObject([RIGHT]);
      const plain = harness.draft(PLAIN);
      await harness.order(plain);
      expect(await figuresOf(plain.channelOrderId)).toMatchObject([
        { total: 2553, payments: 2553, invoice: 2553, discount: 0, discountRows: 0 },
      ]);
    } finally {
      await removeVouchers();
    }
  });

  it("that the webservice began with a voucher of the store show what the buyer paid", async () => {
    const draft = harness.draft();
    const { id } = await harness.order(draft);
    await leaveUnpaid(id, draft.channelOrderId);
    await execute(
      `INSERT INTO ps_order_cart_rule (id_order, id_cart_rule, id_order_invoice, name, value, value_tax_excl, free_shipping) VALUES (${id}, 1, 0, '${VOUCHER}', 2.553, 2.1275, 0)`,
    );
    expect(await harness.order(draft)).toMatchObject({ id, isRepeat: true, isPaid: true });
    expect(await figuresOf(draft.channelOrderId)).toMatchObject([{ ...RIGHT, states: 2 }]);
  });
});
