/** The rows by which an order shows its discount. */
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { text, type Row } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { inLanguage } from "../xml";
import type { OrderRow } from "./order-row";
import type { TotalFields } from "./plan-totals";

interface DiscountTask {
  client: StoreClient;
  facts: StoreFacts;
  draft: OrderDraft;
}

const VOUCHER_CODE = "WEFT-DISCOUNT";
const DISCOUNT_DECIMALS = 6;

/**
 * The back office shows a discount by rows. A store puts its vouchers without a code into every cart, so
 * there may be rows of a discount that the buyer did not get: one more row evens them out.
 */
export async function writeDiscount(
  { client, draft, facts }: DiscountTask,
  order: OrderRow,
  { discount }: TotalFields,
): Promise<void> {
  const shown = await client.list("order_cart_rules", {
    display: "[id,value,value_tax_excl]",
    "filter[id_order]": order.id,
  });
  const rest = restOf(discount.gross, shown, "value");
  if (Number(rest) === 0) return;
  await client.create("order_cart_rules", "order_cart_rule", {
    id_order: order.id,
    id_cart_rule: await findOrCreateVoucher(client, facts, draft.paymentLabel),
    name: `${draft.paymentLabel} ${draft.channelOrderId}`.slice(0, 254),
    value: rest,
    value_tax_excl: restOf(discount.net, shown, "value_tax_excl"),
    free_shipping: 0,
  });
}

/** What rows lack of a total, with the six decimals that stores keep; below 0 where they exceed it. */
function restOf(total: string, rows: readonly Row[], column: string): string {
  const sum = rows.reduce((known, row) => known + Number(text(row, column)), 0);
  return (Number(total) - sum).toFixed(DISCOUNT_DECIMALS);
}

/** A discount row must point at a voucher: one idle, expired voucher serves all of them. */
async function findOrCreateVoucher(
  client: StoreClient,
  facts: StoreFacts,
  name: string,
): Promise<string> {
  const [existing] = await client.list("cart_rules", {
    display: "[id]",
    "filter[code]": VOUCHER_CODE,
    sort: "[id_ASC]",
  });
  if (existing) return text(existing, "id");
  const fields = {
    id_customer: 0,
    date_from: "2000-01-01 00:00:00",
    date_to: "2000-01-02 00:00:00",
    quantity: 0,
    quantity_per_user: 0,
    code: VOUCHER_CODE,
    active: 0,
    name: inLanguage(facts.languageId, name),
  };
  const query = { language: facts.languageId };
  return text(await client.create("cart_rules", "cart_rule", fields, query), "id");
}
