/** The archive of orders: put away by a person or a rule, in no number, and still found. */
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { saveOrder } from "../../../src/db/orders/orders";
import { problemsOf } from "../../../src/db/connections/problems";
import { connection } from "../../../src/db/schema/connections";
import { salesOrder } from "../../../src/db/schema/orders";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { OrderRecord } from "../../../src/domain/orders/order-record";
import { projectRecord } from "../../../src/domain/orders/order-projection";
import { signUpMerchant, type Merchant } from "../../support/merchant";
import { IMPORTED, orderOf, recordOf } from "../../support/order-builders";

const { db } = compose(env);
let merchant: Merchant;
let id = "";

/** The ledger says so of an order. */
function save(orderId: string, change: Partial<OrderRecord>, isCancelled = false) {
  const order = orderOf({ id: orderId, ...(isCancelled ? { state: "cancelled" as const } : {}) });
  const projection = projectRecord(recordOf({ order, ...change }), [], new Map());
  return saveOrder(db, id, { ...projection, buyerKey: null }, 10);
}

const list = (query: Record<string, string> = {}) =>
  merchant.call("GET /api/connections/:id/orders", { params: { id }, query });
const idsOf = async (query: Record<string, string>) =>
  (await list(query)).rows.map((row) => row.id);
const archive = (orderIds: string[], isArchived = true) =>
  merchant.call("POST /api/connections/:id/orders/archive", {
    params: { id },
    body: { orderIds, isArchived },
  });
const setRule = (archivesCancelled: boolean) =>
  db.update(connection).set({ settings: { archivesCancelled } }).where(eq(connection.id, id));
const areArchived = async () => {
  const rows = await db.select().from(salesOrder).where(eq(salesOrder.connectionId, id));
  return Object.fromEntries(rows.map((row) => [row.channelOrderId, row.isArchived]));
};

beforeEach(async () => {
  merchant = await signUpMerchant();
  const body = { name: "Shop", source: "prestashop", channel: "tiktok-shop" };
  id = (await merchant.call("POST /api/connections", { body })).id;
});

describe("an order that a person puts away", () => {
  it("leaves every number and list but its own, on Home as well, and is still found", async () => {
    await save("5761", { importState: IMPORTED });
    await save("5762", { importState: { ...IMPORTED, sourceOrderId: "8" } });
    const problem = new SyncError("merchant", "shipment.tracking_missing");
    await problemsOf(db, id, Date.now).raise("order:5761", problem);
    expect(await archive(["5761", "5761", "none"])).toEqual({ moved: 1 });
    const { rows, counts } = await list();
    expect(rows.map((row) => row.id)).toEqual(["5762"]);
    expect(counts).toMatchObject({ all: 1, unfulfilled: 1, archived: 1 });
    expect(await idsOf({ tab: "unfulfilled" })).toEqual(["5762"]);
    expect((await list({ tab: "archived" })).rows).toMatchObject([
      { id: "5761", tab: "unfulfilled", isArchived: true },
    ]);
    const found = await list({ search: "5761" });
    expect([found.rows.length, found.counts.all, found.counts.archived]).toEqual([1, 1, 1]);
    const params = { id };
    const home = await merchant.call("GET /api/connections/:id/home", { params });
    const { all: _all, ...groups } = counts;
    expect(home.orders).toEqual(groups);
    const attention = await merchant.call("GET /api/connections/:id/attention", { params });
    expect(attention.entries.filter(({ kind }) => kind === "order")).toEqual([]);
    expect(await archive(["5761"])).toEqual({ moved: 0 });
    expect(await archive(["5761"], false)).toEqual({ moved: 1 });
    expect((await list()).counts).toMatchObject({ all: 2, unfulfilled: 2, archived: 0 });
    const { rows: noted } = await merchant.call("GET /api/connections/:id/activity", {
      params,
      query: {},
    });
    expect(noted.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["order.archived", "order.unarchived"]),
    );
  });

  it("comes back with a problem that it did not have", async () => {
    const late = { shipment: { code: "shipment.tracking_missing", facts: {} } };
    await save("5761", { importState: IMPORTED, problems: late, version: 1 });
    await archive(["5761"]);
    await save("5761", { importState: IMPORTED, problems: late, version: 2 });
    expect(await areArchived()).toEqual({ 5761: true });
    const other = { shipment: { code: "shipment.carrier_unmapped", facts: {} } };
    await save("5761", { importState: IMPORTED, problems: other, version: 3 });
    expect(await areArchived()).toEqual({ 5761: false });
  });
});

describe("cancelled orders", () => {
  it("stay where they are until the merchant wants them put away", async () => {
    await save("5761", {}, true);
    expect(await areArchived()).toEqual({ 5761: false });
  });

  it("go to the archive once nothing about them is open, and stay out where a person wants them", async () => {
    await setRule(true);
    await save("5761", { version: 1 });
    await save("5762", { version: 1 });
    await save("5761", { version: 2 }, true);
    const open = { cancel: { code: "order.cancelled_after_shipping", facts: {} } };
    await save("5762", { version: 2, problems: open }, true);
    await save("5763", {}, true);
    expect(await areArchived()).toEqual({ 5761: true, 5762: false, 5763: true });
    await save("5762", { version: 3 }, true);
    await archive(["5761"], false);
    await save("5761", { version: 4 }, true);
    expect(await areArchived()).toEqual({ 5761: false, 5762: true, 5763: true });
    expect((await list()).counts).toMatchObject({ all: 1, cancelled: 1, archived: 2 });
  });
});
