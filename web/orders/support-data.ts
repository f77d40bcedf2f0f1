import type { OrderDetail } from "../../src/contract/orders";

/** An order as text for whoever helps, without anything of its buyer. */
export function supportData(order: OrderDetail): string {
  const { buyerName: _name, address, timeline, ...rest } = order;
  const remarks = address?.remarks ?? [];
  // Facts of the history hold states, amounts, numbers and ids, never who bought.
  return JSON.stringify({ ...rest, hasAddress: address !== null, remarks, timeline }, null, 2);
}
