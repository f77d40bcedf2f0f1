import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { exportConnection } from "../../../src/db/reports/export-connection";
import { account } from "../../../src/db/schema/accounts";
import { connection } from "../../../src/db/schema/connections";
import { task } from "../../../src/db/schema/tasks";
import { taskItemRows } from "../../../src/db/tasks/task-item-rows";
import { itemsOf } from "../../../src/db/tasks/task-items";

const { db } = compose(env);
const SIZES = [0, 3, 1_200, 1, 700, 500, 0, 500, 2];

async function plant(connectionId: string, sizes: readonly number[]) {
  const platforms = { sourcePlatform: "prestashop", channelPlatform: "tiktok-shop" };
  const stamps = { createdAt: 1, updatedAt: 1 };
  const owner = { id: connectionId, accountId: "acc", name: connectionId, settings: {} };
  await db.insert(connection).values({ ...owner, ...platforms, ...stamps, state: "active" });
  const keys: string[] = [];
  for (const [index, size] of sizes.entries()) {
    const id = `${connectionId}-${index}`;
    const work = { kind: "push-products", identityKey: id, parameters: {}, startedBy: "Ada" };
    const row = { id, connectionId, ...work, state: "completed" as const, counts: {} };
    await db.insert(task).values({ ...row, createdAt: index >> 1, updatedAt: 1 });
    const items = Array.from({ length: size }, (_, n) => ({ key: `${n + 1_000}`, label: "x" }));
    await itemsOf(db, id, () => 1).add(items);
    keys.push(...items.map(({ key }) => `${id}/${key}`));
  }
  return keys;
}

beforeEach(async () => {
  await env.DB.exec("DELETE FROM connection");
  await db.insert(account).values({ id: "acc", name: "Shop", createdAt: 1 }).onConflictDoNothing();
});

describe("the items of a connection's tasks", () => {
  it("are walked whole and once, however they are spread over tasks", async () => {
    const keys = await plant("con-a", SIZES);
    await plant("con-b", [4]);
    const seen: string[] = [];
    for await (const item of taskItemRows(db, "con-a")) seen.push(`${item.taskId}/${item.itemKey}`);
    expect(seen).toEqual(keys);
  });

  it("are exported with what they changed", async () => {
    await plant("con-a", [1]);
    const change = { before: { status: "live" }, after: { status: "paused" } };
    const result = { key: "1000", state: "done" as const, reasons: [], change };
    await itemsOf(db, "con-a-0", () => 1).finish([result]);
    const parts: string[] = [];
    for await (const part of exportConnection(db, "con-a", { version: 1 })) parts.push(part);
    expect(JSON.parse(parts.join(""))).toMatchObject({
      taskItems: [{ taskId: "con-a-0", itemKey: "1000", ...change }],
    });
  });
});
