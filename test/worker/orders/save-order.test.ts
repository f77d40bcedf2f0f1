import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { saveOrder } from "../../../src/db/orders/orders";
import { ordersOf } from "../../../src/db/orders/read-orders";
import { account } from "../../../src/db/schema/accounts";
import { connection } from "../../../src/db/schema/connections";
import { orderEntry, salesOrder } from "../../../src/db/schema/orders";
import { projectRecord } from "../../../src/domain/orders/order-projection";
import type { HistoryEntry } from "../../../src/domain/orders/order-record";
import { IMPORTED, orderOf, recordOf } from "../../support/order-builders";

const { db } = compose(env);
const RECEIVED: HistoryEntry = { key: "received", kind: "received", facts: {}, at: 1 };

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
  await db.delete(orderEntry);
});

describe("the read model of an order", () => {
  it("is not turned back by a projection that comes late", async () => {
    const newer = recordOf({ version: 5, importState: IMPORTED });
    await saveOrder(db, "con", projectRecord(newer, [RECEIVED]), 10);
    const older = recordOf({ version: 4, order: orderOf({ state: "unpaid" }) });
    await saveOrder(db, "con", projectRecord(older, []), 11);
    const [row] = await db.select().from(salesOrder);
    expect(row).toMatchObject({ version: 5, tab: "unfulfilled", sourceOrderId: "7" });
  });

  it("saves each entry of the history once, however often it is sent", async () => {
    const projection = projectRecord(recordOf(), [RECEIVED]);
    await saveOrder(db, "con", projection, 10);
    await saveOrder(db, "con", projection, 11);
    expect(await db.select().from(orderEntry)).toHaveLength(1);
    expect(await db.select().from(salesOrder)).toMatchObject([{ updatedAt: 10, unitCount: 1 }]);
  });

  it("keeps the order in which the entries of one moment came", async () => {
    const held: HistoryEntry = { key: "held:1", kind: "held", facts: {}, at: 1 };
    await saveOrder(db, "con", projectRecord(recordOf(), [RECEIVED, held]), 10);
    const { channelOrderId } = projectRecord(recordOf(), []);
    const history = await ordersOf(db, "con").history(channelOrderId);
    expect(history.map(({ kind }) => kind)).toEqual(["received", "held"]);
  });
});
