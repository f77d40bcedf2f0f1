import type { Answer } from "../../../src/contract/contract";
import type { OrderDetail, OrderRow } from "../../../src/contract/orders";

export const orders: readonly OrderRow[];
export const missedOrders: Answer<"GET /api/connections/:id/missed-orders">;
export function orderOf(id: string): OrderDetail;
