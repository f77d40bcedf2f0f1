import { expect, it } from "vitest";
import { NEEDED_SCOPES } from "../../../src/platforms/tiktok-shop/scopes";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { retryTask } from "../../../src/tasks/retry-task";
import { startPull } from "../../../src/tasks/start-pull";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startListingState, startPush, startUpdate } from "../../support/start-tasks";

it("an app that may not delete says so, and stays connected", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, world } = harness;
  await startPush(services, connectionId, { ids: ["7"] }, "ada");
  await harness.drain();
  const [row] = await rowsOf<{ shop: string }>(
    "SELECT channel_shop_id AS shop FROM connection WHERE id = ?",
    connectionId,
  );
  world.tiktok.setGrant(row?.shop ?? "", { scopes: NEEDED_SCOPES });
  const { taskId } = await startListingState(
    services,
    connectionId,
    { ids: ["7"] },
    "delete",
    "ada",
  );
  await harness.drain();
  const codes = ["tiktok.delete_not_allowed"];
  expect(await harness.items(taskId)).toEqual([{ key: "7", state: "failed", codes }]);
  expect(await rowsOf("SELECT 1 FROM problem WHERE connection_id = ?", connectionId)).toEqual([]);
});

it("a deleted listing is gone on the channel and comes back by a push alone", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId } = harness;
  const ids = { ids: ["1", "7"] };
  await startPush(services, connectionId, ids, "ada");
  await harness.drain();
  const [first, second] = channelProducts(harness).map(({ id }) => id);
  harness.world.tiktok.setProductStatus(second ?? "", "FREEZE");

  const { taskId } = await startListingState(services, connectionId, ids, "delete", "ada");
  await harness.drain();
  const items = await harness.items(taskId);
  expect(items.map(({ state }) => state).toSorted()).toEqual(["done", "failed"]);
  const status = async (id = "") =>
    (await (await services.openConnection(connectionId)).channel()).readListing(id);
  expect((await status(first))?.status ?? "removed").toBe("removed");
  expect((await status(second))?.status).toBe("blocked");
  const gone = items.find(({ state }) => state === "done")?.key ?? "";
  const listed = async () => {
    const [row] = await rowsOf<{ id: string | null; state: string }>(
      `SELECT channel_product_id AS id, sync_state AS state
       FROM listing JOIN product USING (connection_id, product_id)
       WHERE connection_id = ? AND product_id = ?`,
      connectionId,
      gone,
    );
    return row;
  };
  expect(await listed()).toEqual({ id: null, state: "not_synced" });

  harness.calls.length = 0;
  await startPull(services, connectionId, {}, "ada");
  await startUpdate(services, connectionId, { ids: [gone] }, "stock", "ada");
  await harness.drain();
  expect(harness.calls).not.toContain("createListing");
  expect((await listed())?.id).toBeNull();

  await startPush(services, connectionId, { ids: [gone] }, "ada");
  await harness.drain();
  expect((await listed())?.state).toBe("synced");
  expect((await listed())?.id).not.toBe(first);
});

it("a deletion whose answer was lost is done all the same", async () => {
  let isLost = true;
  const harness = await mappedCatalogue({
    channel: (session) => ({
      deleteListings: async (ids) => {
        const results = await session.deleteListings(ids);
        if (!isLost) return results;
        isLost = false;
        throw new SyncError("retry", "tiktok.unreachable", { maybeApplied: true });
      },
    }),
  });
  const { services, connectionId } = harness;
  await startPush(services, connectionId, { ids: ["7"] }, "ada");
  await harness.drain();
  const { taskId } = await startListingState(
    services,
    connectionId,
    { ids: ["7"] },
    "delete",
    "ada",
  );
  await harness.drain();
  expect(await harness.items(taskId)).toMatchObject([{ key: "7", state: "done" }]);
});

it("many deletions, and those tried again, are listed first", async () => {
  const harness = await mappedCatalogue();
  const { merchant, services, connectionId, world } = harness;
  const ids = ["1", "7"];
  await startPush(services, connectionId, { ids }, "ada");
  await harness.drain();
  const params = { id: connectionId };
  const { name: connectionName } = await merchant.call("GET /api/connections/:id", { params });
  const { name } = await merchant.call("GET /api/connections/:id/products/:productId", {
    params: { id: connectionId, productId: "7" },
  });
  const body = (selection: { ids: string[] }, confirmName?: string) => ({
    params,
    body: { selection, action: "delete" as const, ...(confirmName && { confirmName }) },
  });
  const path = "POST /api/connections/:id/listing-state" as const;
  const asked = (selection: { ids: string[] }, confirmName: string) =>
    merchant.call(path, body(selection, confirmName));
  // One or many: what is gone for good is named first.
  for (const [chosen, typed] of [
    [["7"], undefined],
    [["7"], connectionName],
    [ids, undefined],
    [ids, name],
  ] as const) {
    const refused = await merchant.send(path, body({ ids: [...chosen] }, typed));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { code: "listing.name_differs" } });
  }
  const many = await asked({ ids }, connectionName);
  expect(await harness.finished(many.taskId)).toMatchObject({ state: "unconfirmed" });
  const shown = await merchant.call("GET /api/connections/:id/tasks/:taskId", {
    params: { id: connectionId, taskId: many.taskId },
  });
  expect(shown.action).toBe("delete");

  for (const { id } of channelProducts(harness)) world.tiktok.setProductStatus(id, "FREEZE");
  const one = await asked({ ids: ["7"] }, ` ${name} `);
  const { counts } = await harness.finished(one.taskId);
  expect(counts).toMatchObject({ failed: 1 });
  const again = await retryTask(services, connectionId, one.taskId, "ada");
  await harness.drain();
  expect(await harness.task(again.taskId)).toMatchObject({ state: "unconfirmed" });
});
