import { formatMinor, parseMinor } from "../../../domain/money";
import { text } from "../json";
import type { StoreClient } from "../request";
import { readOrder, type OrderRow } from "./order-row";
import type { WantedTotals } from "./plan-totals";

/**
 * PrestaShop keeps a payment before its order knows of it, so a request that ends in between leaves an order
 * whose paid amount is too low beside a payment that is right. Writes what its payments come to where
 * that is what was wanted; resolves with the order as it is then.
 */
export async function repairPaidAmount(
  client: StoreClient,
  order: OrderRow,
  { totalMinor, currency }: WantedTotals,
): Promise<OrderRow> {
  if (order.paidMinor >= totalMinor || order.totalMinor !== totalMinor) return order;
  const payments = await client.list("order_payments", {
    display: "[id,amount]",
    "filter[order_reference]": order.reference,
  });
  const amounts = payments.map((payment) => parseMinor(text(payment, "amount"), currency));
  if (amounts.reduce((sum, amount) => sum + amount, 0) !== totalMinor) return order;
  const total_paid_real = formatMinor(totalMinor, currency);
  await client.update("orders", "order", { id: order.id, total_paid_real });
  return readOrder(client, order.id, currency);
}
