import { createModel, signal } from "@preact/signals";
import type { Sent } from "../../src/contract/contract";
import type { OrderRow, OrderSort } from "../../src/contract/orders";
import type { HandoverMethod } from "../../src/domain/orders/channel-order";
import type { Client } from "../api/client";
import type { OrderFilter } from "./order-filter";
import { createResource } from "../data/resource";

/** One page of the orders of one tab. */
export const OrdersModel = createModel((client: Client, id: string) => {
  const params = { id };
  const filter = signal<OrderFilter>({ tab: "all" });
  const cursor = signal<string | undefined>(undefined);
  const sort = signal<OrderSort | undefined>(undefined);
  const page = createResource(() =>
    client.call("GET /api/connections/:id/orders", {
      params,
      query: { ...filter.value, sort: sort.value, cursor: cursor.value },
    }),
  );
  const show = (next: OrderFilter, at: string | undefined, by?: OrderSort) => {
    const isElsewhere =
      JSON.stringify(next) !== JSON.stringify(filter.value) ||
      at !== cursor.value ||
      by !== sort.value;
    filter.value = next;
    sort.value = by;
    cursor.value = at;
    return isElsewhere ? page.reloadOther() : page.reload();
  };
  const refresh = () =>
    client.call("POST /api/connections/:id/orders/refresh", { params, body: {} });
  const archive = (orderIds: string[], isArchived: boolean) =>
    client.call("POST /api/connections/:id/orders/archive", {
      params,
      body: { orderIds, isArchived },
    });
  return { filter, cursor, page, show, refresh, archive };
});

/** The orders of a page that something is to be done with. */
export const ChosenOrders = createModel(() => {
  const ids = signal<ReadonlySet<string>>(new Set());
  const clear = () => {
    ids.value = new Set();
  };
  const toggle = (id: string) => {
    const next = new Set(ids.value);
    if (!next.delete(id)) next.add(id);
    ids.value = next;
  };
  const togglePage = (page: readonly string[]) => {
    const isWhole = page.every((id) => ids.value.has(id));
    ids.value = new Set(isWhole ? [] : page);
  };
  return { ids, clear, toggle, togglePage };
});

/** The guide's two columns, from TikTok's one state; samples and replacements are paid by nobody. */
export function paymentOf({
  channelState,
  kind,
}: Pick<OrderRow, "channelState" | "kind">): "paid" | "unpaid" | "free" {
  if (kind) return "free";
  return channelState === "unpaid" ? "unpaid" : "paid";
}

/** One order with its lines and its timeline. */
export const OrderModel = createModel((client: Client, id: string, orderId: string) => {
  const params = { id, orderId };
  const detail = createResource(() =>
    client.call("GET /api/connections/:id/orders/:orderId", { params }),
  );
  const retry = async () => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/retry", {
      params,
      body: {},
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const answer = async (given: "approve" | "decline") => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/cancel-request", {
      params,
      body: { answer: given },
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const handOver = async (method: HandoverMethod) => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/hand-over", {
      params,
      body: { method },
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const pack = async (
    parcels: Sent<"POST /api/connections/:id/orders/:orderId/parcels", "body">["parcels"],
  ) => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/parcels", {
      params,
      body: { parcels },
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const acknowledgeRefunds = async () => {
    const result = await client.call(
      "POST /api/connections/:id/orders/:orderId/acknowledge-refunds",
      {
        params,
        body: {},
      },
    );
    if (result.ok) detail.put(result.value);
    return result;
  };
  const forgetBuyer = async () => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/forget-buyer", {
      params,
      body: {},
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const choose = async (
    body: Sent<"POST /api/connections/:id/orders/:orderId/variant", "body">,
  ) => {
    const result = await client.call("POST /api/connections/:id/orders/:orderId/variant", {
      params,
      body,
    });
    if (result.ok) detail.put(result.value);
    return result;
  };
  const archive = async (isArchived: boolean) => {
    const body = { orderIds: [orderId], isArchived };
    const result = await client.call("POST /api/connections/:id/orders/archive", {
      params: { id },
      body,
    });
    if (result.ok) await detail.reload();
    return result;
  };
  return {
    detail,
    archive,
    retry,
    answer,
    handOver,
    pack,
    readCarriers: () => client.call("GET /api/connections/:id/carriers", { params: { id } }),
    readLabels: () => client.call("GET /api/connections/:id/orders/:orderId/labels", { params }),
    acknowledgeRefunds,
    forgetBuyer,
    choose,
    findProducts: (search: string) =>
      client.call("GET /api/connections/:id/products", { params: { id }, query: { search } }),
    readProduct: (productId: string) =>
      client.call("GET /api/connections/:id/products/:productId", { params: { id, productId } }),
  };
});
