import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { saveOrder, type SavedProjection } from "../../../src/db/orders/orders";
import { ordersOf } from "../../../src/db/orders/read-orders";
import { account } from "../../../src/db/schema/accounts";
import { connection } from "../../../src/db/schema/connections";
import { exportConnection } from "../../../src/db/reports/export-connection";
import { orderEntry, salesLine, salesOrder } from "../../../src/db/schema/orders";
import { PROJECTION_VERSION, projectRecord } from "../../../src/domain/orders/order-projection";
import type { HistoryEntry, OrderRecord } from "../../../src/domain/orders/order-record";
import { IMPORTED, lineOf, orderOf, recordOf } from "../../support/order-builders";

const { db } = compose(env);
const RECEIVED: HistoryEntry = { key: "received", kind: "received", facts: {}, at: 1 };
const LINKS = new Map([["S1", { productId: "8", variantId: "21" }]]);

function projectionOf(
  record: OrderRecord,
  entries: readonly HistoryEntry[] = [],
  change: Partial<SavedProjection> = {},
): SavedProjection {
  return { ...projectRecord(record, entries, LINKS), buyerKey: "b1", ...change };
}

beforeEach(async () => {
  await db.insert(account).values({ id: "acc", name: "Shop", createdAt: 1 }).onConflictDoNothing();
  await db
    .insert(connection)
    .values({
      id: "con",
      accountId: "acc",
      name: "Shop",
      sourcePlatform: "prestashop",
      channelPlatform: "tiktok-shop",
      state: "active",
      settings: {},
      createdAt: 1,
      updatedAt: 1,
    })
    .onConflictDoNothing();
  await db.delete(salesOrder);
  await db.delete(salesLine);
  await db.delete(orderEntry);
});

describe("the read model of an order", () => {
  it("is not turned back by a projection that comes late", async () => {
    const newer = recordOf({ version: 5, importState: IMPORTED });
    await saveOrder(db, "con", projectionOf(newer, [RECEIVED]), 10);
    const older = recordOf({ version: 4, order: orderOf({ state: "unpaid" }) });
    await saveOrder(db, "con", projectionOf(older), 11);
    const [row] = await db.select().from(salesOrder);
    expect(row).toMatchObject({ version: 5, tab: "unfulfilled", sourceOrderId: "7" });
  });

  it("saves each entry of the history once, however often it is sent", async () => {
    const projection = projectionOf(recordOf(), [RECEIVED]);
    await saveOrder(db, "con", projection, 10);
    await saveOrder(db, "con", projection, 11);
    expect(await db.select().from(orderEntry)).toHaveLength(1);
    expect(await db.select().from(salesOrder)).toMatchObject([{ updatedAt: 10, unitCount: 1 }]);
  });

  it("keeps the order in which the entries of one moment came", async () => {
    const held: HistoryEntry = { key: "held:1", kind: "held", facts: {}, at: 1 };
    await saveOrder(db, "con", projectionOf(recordOf(), [RECEIVED, held]), 10);
    const { channelOrderId } = projectionOf(recordOf());
    const history = await ordersOf(db, "con").history(channelOrderId);
    expect(history.map(({ kind }) => kind)).toEqual(["received", "held"]);
  });

  it("has a row a line, with what was linked and paid, and follows a line that is gone", async () => {
    const lines = [
      lineOf({ id: "1", salePriceMinor: 900, platformDiscountMinor: 100, packageId: "K1" }),
      lineOf({ id: "2", channelSkuId: "S9", isCancelled: true }),
    ];
    const order = orderOf({ lines, paidAt: 1_500 });
    await saveOrder(db, "con", projectionOf(recordOf({ order })), 10);
    expect(await db.select().from(salesOrder)).toMatchObject([{ paidAt: 1_500, buyerKey: "b1" }]);
    const common = { connectionId: "con", channelOrderId: order.id, channelProductId: "P1" };
    expect(await db.select().from(salesLine)).toEqual([
      {
        ...common,
        lineId: "1",
        channelSkuId: "S1",
        sellerSku: "MUG-RED",
        productId: "8",
        variantId: "21",
        title: "Mug",
        units: 1,
        paidMinor: 1000,
        isCancelled: false,
        packageId: "K1",
      },
      expect.objectContaining({ lineId: "2", productId: null, isCancelled: true, packageId: null }),
    ]);
    const left = orderOf({ lines: lines.slice(0, 1) });
    await saveOrder(db, "con", projectionOf(recordOf({ order: left, version: 2 })), 11);
    expect(await db.select().from(salesLine)).toMatchObject([{ lineId: "1" }]);
  });

  it("keeps the lines of a newer projection when an older one comes late", async () => {
    await saveOrder(db, "con", projectionOf(recordOf({ version: 5 })), 10);
    const order = orderOf({ lines: [lineOf({ id: "9" })] });
    await saveOrder(db, "con", projectionOf(recordOf({ order, version: 4 })), 11);
    expect(await db.select().from(salesLine)).toMatchObject([{ lineId: "L1" }]);
  });

  it("takes the same version in a newer shape, and leaves the archive to people", async () => {
    const record = recordOf({ version: 5, order: orderOf({ paidAt: 1_500 }) });
    const { paidAt: _paidAt, ...asIn02 } = projectionOf(record, [], { projectionVersion: 0 });
    await saveOrder(db, "con", { ...asIn02, paidAt: null, buyerKey: null, lines: [] }, 10);
    await db.update(salesOrder).set({ isArchived: true });
    await saveOrder(db, "con", projectionOf(record), 11);
    expect(await db.select().from(salesOrder)).toMatchObject([
      {
        paidAt: 1_500,
        buyerKey: "b1",
        isArchived: true,
        projectionVersion: PROJECTION_VERSION,
        updatedAt: 11,
      },
    ]);
    expect(await db.select().from(salesLine)).toHaveLength(1);
    await saveOrder(db, "con", { ...asIn02, paidAt: null, buyerKey: null, lines: [] }, 12);
    expect(await db.select().from(salesOrder)).toMatchObject([{ paidAt: 1_500, updatedAt: 11 }]);
    expect(await db.select().from(salesLine)).toHaveLength(1);
  });

  it("is exported with its lines", async () => {
    await saveOrder(db, "con", projectionOf(recordOf()), 10);
    const parts: string[] = [];
    for await (const part of exportConnection(db, "con", { version: 1 })) parts.push(part);
    expect(JSON.parse(parts.join(""))).toMatchObject({ orderLines: [{ lineId: "L1" }] });
  });
});
