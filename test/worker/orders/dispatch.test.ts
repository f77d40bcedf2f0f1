/** The dispatch clock: its figures are those that anybody counts by hand, on five thousand orders. */
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/db/database";
import { countDue, readDispatch } from "../../../src/db/orders/dispatch";
import { archiveOrders } from "../../../src/db/orders/orders";
import { salesOrder } from "../../../src/db/schema/orders";
import { order, orderRow, shop, type Orders } from "../../support/page-rows";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 10, 30, 12);
const END_OF_DAY = Date.UTC(2026, 10, 30, 23, 59, 59, 999);
const STATES = [
  ["unpaid", "waiting"],
  ["awaiting_shipment", "unsynced"],
  ["awaiting_shipment", "unfulfilled"],
  ["partially_shipped", "unfulfilled"],
  ["in_transit", "unsynced"],
  ["in_transit", "fulfilled"],
  ["completed", "fulfilled"],
  ["completed", "platform"],
  ["cancelled", "cancelled"],
] as const;
const BY = ["buyer", "seller", "system", null] as const;

interface Planted {
  id: string;
  state: string;
  tab: string;
  fulfilment: string;
  placedAt: number;
  paidAt: number | null;
  shipBy: number | null;
  shippedAt: number | null;
  cancelledBy: string | null;
}

/** The same orders every time: a linear congruence stands for chance. */
function plantedOrders(count: number): Planted[] {
  let seed = 7;
  const chance = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const [state = "unpaid", tab = "waiting"] = STATES[chance(STATES.length)] ?? [];
    const placedAt = NOW - chance(20 * 24) * HOUR_MS - chance(HOUR_MS);
    const isSent = state === "in_transit" || state === "completed";
    return {
      id: `577${String(index).padStart(6, "0")}`,
      state,
      tab,
      fulfilment:
        tab === "platform" || (tab === "cancelled" && chance(4) === 0) ? "channel" : "seller",
      placedAt,
      paidAt: state === "unpaid" || chance(10) === 0 ? null : placedAt + 60_000,
      shipBy: chance(12) === 0 ? null : placedAt + (24 + chance(72)) * HOUR_MS,
      shippedAt: isSent && chance(8) > 0 ? placedAt + chance(110) * HOUR_MS : null,
      cancelledBy: state === "cancelled" ? (BY[chance(BY.length)] ?? null) : null,
    };
  });
}

/** By hand: each rule as a person reads it in the guide. */
function countByHand(orders: readonly Planted[]) {
  const from = NOW - 7 * DAY_MS;
  const figures = { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
  for (const one of orders) {
    const isUnsent = one.state === "awaiting_shipment" || one.state === "partially_shipped";
    if (isUnsent && one.shipBy !== null) {
      if (one.shipBy < NOW) figures.late += 1;
      else if (one.shipBy <= END_OF_DAY) figures.today += 1;
    }
    if (one.fulfilment === "channel") continue;
    if (one.paidAt !== null && one.placedAt >= from) {
      figures.orders += 1;
      if (one.cancelledBy === "seller" || one.cancelledBy === "system") figures.cancelled += 1;
    }
    const isDue = one.shipBy !== null && one.shipBy >= from && one.shipBy < NOW;
    if (!isDue || one.state === "cancelled") continue;
    if (one.shippedAt === null && !isUnsent) continue;
    figures.dispatched += 1;
    if (one.shippedAt === null || one.shippedAt > (one.shipBy ?? 0)) figures.dispatchedLate += 1;
  }
  return figures;
}

async function plant(connectionId: string, orders: readonly Planted[]): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO sales_order (connection_id, channel_order_id, version, channel_state, tab,
       total_minor, currency, buyer_name, unit_count, body, placed_at, paid_at, ship_by, shipped_at,
       cancelled_by, updated_at)
     SELECT ?1, value->>'id', 1, value->>'state', value->>'tab', 1, 'GBP', '', 1,
       json_object('fulfilment', value->>'fulfilment'), value->>'placedAt', value->>'paidAt',
       value->>'shipBy', value->>'shippedAt', value->>'cancelledBy', 1
     FROM json_each(?2)`,
  )
    .bind(connectionId, JSON.stringify(orders))
    .run();
}

it("counts late orders, those of today and both rates as a person would, on 5,000 orders", async () => {
  const { id } = await shop();
  const orders = plantedOrders(5_000);
  await plant(id, orders);
  const figures = await readDispatch(openDatabase(env.DB), id, NOW, END_OF_DAY);
  expect(figures).toEqual(countByHand(orders));
  for (const count of Object.values(figures)) expect(count).toBeGreaterThan(10);
});

it("lists the late ones and those of today, and counts them in their tabs", async () => {
  const { id, person } = await shop();
  const now = Date.now();
  const shipBys = { late: now - HOUR_MS, later: now + 3 * DAY_MS };
  const db = openDatabase(env.DB);
  for (const [name, shipBy] of Object.entries(shipBys)) {
    const body = order(name, { shipBy });
    await db.insert(salesOrder).values(orderRow(id, body, { shipBy, tab: "unfulfilled" }));
  }
  const listed = async (query: string) => {
    const { body } = await person.send<Orders>("GET", `/api/connections/${id}/orders?${query}`);
    return [body.rows.map((row) => row.id), body.counts.unfulfilled];
  };
  expect(await listed("due=late")).toEqual([["late"], 1]);
  expect(await listed("due=today")).toEqual([[], 0]);
  expect(await listed("sort=shipBy")).toEqual([["late", "later"], 2]);
  const { body } = await person.send<object>("GET", `/api/connections/${id}/dispatch`);
  expect(body).toMatchObject({ late: 1, today: 0 });
  await archiveOrders(db, id, { orderIds: ["late"], isArchived: true }, now);
  expect(await listed("due=late")).toEqual([[], 0]);
  const { body: put } = await person.send<object>("GET", `/api/connections/${id}/dispatch`);
  expect(put).toMatchObject({ late: 0, today: 0 });
  const plan = await db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN ${countDue(id, now, now + HOUR_MS)}`,
  );
  expect(plan.map(({ detail }) => detail)).toContainEqual(
    expect.stringMatching(/^SEARCH sales_order USING INDEX sales_order_group_ship_by \(.*<\?\)$/),
  );
});
