/** Credit slips: what a merchant gave back in the store, wholly or in part. */
import type { SourceRefund, SourceRefunds } from "../../source-changes";
import { text, type Row } from "../json";
import { ROWS_PER_REQUEST } from "../list-all";
import type { StoreClient } from "../request";
import { toInstant, windowFilter } from "../time";

const FIELDS =
  "[id,id_order,amount,total_products_tax_excl,total_products_tax_incl,total_shipping_tax_incl," +
  "shipping_cost_amount,date_add]";

/**
 * One request for the slips behind `cursor`, the id of one; where there is none, for those made since
 * `since` (epoch ms). The list of `order_slip` is called `order_slips` (measured on 8.2.1).
 */
export async function readRefunds(
  client: StoreClient,
  timeZone: string,
  since: number,
  cursor: string | undefined,
): Promise<SourceRefunds> {
  const added = windowFilter({ from: since }, timeZone);
  const limit = ROWS_PER_REQUEST.small;
  const rows = await client.list(
    "order_slip",
    {
      display: FIELDS,
      sort: "[id_ASC]",
      limit,
      ...(cursor === undefined
        ? { "filter[date_add]": added, date: 1 }
        : { "filter[id]": `>[${cursor}]` }),
    },
    "order_slips",
  );
  const refunds = rows.flatMap((row) => toRefund(row, timeZone));
  const last = rows.map((row) => text(row, "id")).findLast(Boolean) ?? cursor;
  const isComplete = rows.length < limit || last === cursor;
  return last === undefined ? { refunds, isComplete } : { refunds, isComplete, cursor: last };
}

/** A slip that cannot be read, or gives nothing back, is left out: it does not cost the others. */
function toRefund(row: Row, timeZone: string): SourceRefund[] {
  const [id, orderId] = [text(row, "id"), text(row, "id_order")];
  const total = productsOf(row) + shippingOf(row);
  if (id === "" || orderId === "" || !(total > 0)) return [];
  return [{ id, orderId, total: total.toFixed(6), at: toInstant(text(row, "date_add"), timeZone) }];
}

const amountIn = (row: Row, field: string) => Number(text(row, field)) || 0;

/**
 * `amount` is the sum of the products with or without tax, or what the merchant typed instead
 * (OrderSlip::create); slips of old versions hold nothing else.
 */
function productsOf(row: Row): number {
  const amount = amountIn(row, "amount");
  const gross = amountIn(row, "total_products_tax_incl");
  const isTyped =
    amount > 0 && amount !== gross && amount !== amountIn(row, "total_products_tax_excl");
  return isTyped ? amount : gross;
}

function shippingOf(row: Row): number {
  return amountIn(row, "total_shipping_tax_incl") || amountIn(row, "shipping_cost_amount");
}
