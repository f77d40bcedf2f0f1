import type { OrderDetail, OrderRow } from "../../../src/contract/orders";

export const orders: readonly OrderRow[];
export function orderOf(id: string): OrderDetail;
