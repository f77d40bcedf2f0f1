import { chunks } from "../../lib/chunks";
import * as z from "zod";
import type { ChannelOrder } from "../../domain/orders/channel-order";
import { SyncError } from "../../domain/errors/sync-error";
import type { OrderPage } from "../channel";
import { request, type Session } from "./request";
import { looseList, looseText } from "./shapes";
import { toChannelOrder } from "./to-channel-order";

const PAGE_SIZE = 100;
const MAX_IDS_PER_READ = 50;

const OrdersAnswer = z.object({ orders: looseList(z.unknown()), next_page_token: looseText });
const Named = z.object({ id: z.string().min(1) });

/**
 * Orders changed since `updatedFrom` (epoch ms, inclusive), oldest change first; whole orders. One
 * in a shape nobody knows is only named: it must not hide the orders around it.
 */
export function pollOrders(
  session: Session,
  updatedFrom: number,
  cursor?: string,
): Promise<OrderPage> {
  const body = { update_time_ge: Math.floor(updatedFrom / 1000) };
  return searchOrders(session, "update_time", body, cursor);
}

/** Orders placed from one moment (epoch ms, inclusive) until before another, the oldest first. */
export function listPlaced(
  session: Session,
  { from, before }: { from: number; before: number },
  cursor?: string,
): Promise<OrderPage> {
  const seconds = (at: number) => Math.floor(at / 1000);
  const body = { create_time_ge: seconds(from), create_time_lt: seconds(before) };
  return searchOrders(session, "create_time", body, cursor);
}

async function searchOrders(
  session: Session,
  sortField: "update_time" | "create_time",
  body: Readonly<Record<string, number>>,
  cursor: string | undefined,
): Promise<OrderPage> {
  const answer = await request(
    session,
    {
      method: "POST",
      path: "/order/202309/orders/search",
      query: {
        page_size: String(PAGE_SIZE),
        sort_field: sortField,
        sort_order: "ASC",
        ...(cursor ? { page_token: cursor } : {}),
      },
      body,
      replaySafe: true,
    },
    OrdersAnswer,
  );
  return {
    ...toReadable(answer.orders),
    ...(answer.next_page_token ? { next: answer.next_page_token } : {}),
  };
}

function toReadable(rows: readonly unknown[]): Pick<OrderPage, "orders" | "unreadable"> {
  const orders: ChannelOrder[] = [];
  const unreadable: string[] = [];
  let nameless: unknown;
  for (const row of rows) {
    try {
      orders.push(toChannelOrder(row));
    } catch (caught) {
      const named = Named.safeParse(row);
      if (named.success) unreadable.push(named.data.id);
      else nameless ??= caught;
    }
  }
  // Nobody can ask for an order without an id; were it to end the poll, none would come in any more.
  if (nameless !== undefined && orders.length + unreadable.length === 0) throw nameless;
  return unreadable.length > 0 ? { orders, unreadable } : { orders };
}

/**
 * Orders by id; ids the shop does not know are absent from the answer. One in a shape nobody knows
 * is absent beside others, and a SyncError("defect", "tiktok.unexpected_shape") when it is asked for
 * alone.
 */
export async function readOrders(
  session: Session,
  ids: readonly string[],
): Promise<readonly ChannelOrder[]> {
  const found: ChannelOrder[] = [];
  for (const some of chunks(ids, MAX_IDS_PER_READ)) found.push(...(await readSome(session, some)));
  return found;
}

/** One foreign id fails the whole call (21008111); then each id is asked for alone. */
async function readSome(session: Session, ids: readonly string[]): Promise<ChannelOrder[]> {
  try {
    const answer = await request(
      session,
      { method: "GET", path: "/order/202507/orders", query: { ids: ids.join(",") } },
      OrdersAnswer,
    );
    return ids.length === 1
      ? answer.orders.map(toChannelOrder)
      : [...toReadable(answer.orders).orders];
  } catch (caught) {
    if (!(caught instanceof SyncError) || caught.code !== "tiktok.order_unknown") throw caught;
    if (ids.length === 1) return [];
    const found: ChannelOrder[] = [];
    for (const id of ids) found.push(...(await readSome(session, [id])));
    return found;
  }
}
