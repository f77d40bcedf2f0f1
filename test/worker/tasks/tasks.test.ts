import { describe, expect, it } from "vitest";
import {
  cancelTask,
  retryTask,
  startPull,
  startPush,
  sweepTasks,
} from "../../../src/tasks/catalogue";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { catalogueRoom, channelProducts, mappedRoom } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/shop-owner";

const PRODUCTS = { ids: ["1", "7", "8"] };
const MINUTES = 60_000;

describe("a task", () => {
  it("exists once while the same work waits or runs", async () => {
    const room = await catalogueRoom();
    const first = await startPull(room.services, room.connectionId, {}, "ada");
    const second = await startPull(room.services, room.connectionId, {}, "bob");
    expect(second.taskId).toBe(first.taskId);
    expect(room.queue).toHaveLength(1);
    await room.drain();
    const third = await startPull(room.services, room.connectionId, {}, "ada");
    expect(third.taskId).not.toBe(first.taskId);
  });

  it("does its work once although every message comes twice", async () => {
    const room = await mappedRoom();
    const { taskId } = await startPush(room.services, room.connectionId, PRODUCTS, "ada");
    for (let left = 40; room.queue.length > 0 && left > 0; left -= 1) {
      const [entry] = room.queue.splice(0, 1);
      if (!entry) break;
      await Promise.all([room.deliver(entry), room.deliver(entry)]);
    }
    const task = await room.task(taskId);
    expect(task).toMatchObject({ state: "completed", total: 3, counts: { done: 3, failed: 0 } });
    expect(channelProducts(room)).toHaveLength(3);
    expect(room.calls.filter((call) => call === "createListing")).toHaveLength(3);
  });

  it("is woken again when its messages got lost", async () => {
    const room = await mappedRoom();
    const { taskId } = await startPush(room.services, room.connectionId, PRODUCTS, "ada");
    room.queue.length = 0;
    await sweepTasks(room.services);
    expect(room.queue).toHaveLength(0);
    room.clock.aheadMs += 4 * MINUTES;
    await sweepTasks(room.services);
    expect(room.queue).toHaveLength(1);
    // The items' own messages get lost as well.
    const [wakeUp] = room.queue.splice(0);
    if (wakeUp) await room.deliver(wakeUp);
    room.queue.length = 0;
    room.clock.aheadMs += 4 * MINUTES;
    await sweepTasks(room.services);
    await room.drain();
    expect(await room.task(taskId)).toMatchObject({ state: "completed", counts: { done: 3 } });
  });

  it("stops when it is cancelled and says so of what was not begun", async () => {
    const room = await mappedRoom();
    const { taskId } = await startPush(
      room.services,
      room.connectionId,
      { filter: { tab: "all" } },
      "ada",
    );
    const [wakeUp] = room.queue.splice(0);
    if (wakeUp) await room.deliver(wakeUp);
    const [firstItems] = room.queue.splice(0, 1);
    if (firstItems) await room.deliver(firstItems);
    const row = await cancelTask(room.services, room.connectionId, taskId);
    expect(row.state).toBe("cancelled");
    const before = channelProducts(room).length;
    await room.drain();
    expect(channelProducts(room)).toHaveLength(before);
    const items = await room.items(taskId);
    expect(items.filter(({ codes }) => codes.includes("task.cancelled"))).toHaveLength(14);
  });

  it("tries an item again while waiting may help, then says why it could not be done", async () => {
    let tries = 0;
    const room = await mappedRoom({
      channel: () => ({
        createListing: () => {
          tries += 1;
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 1_000 });
        },
      }),
    });
    const { taskId } = await startPush(room.services, room.connectionId, { ids: ["7"] }, "ada");
    await room.drain();
    expect(tries).toBe(7);
    expect(await room.items(taskId)).toEqual([
      { key: "7", state: "failed", codes: ["tiktok.rate_limited"] },
    ]);
    expect(await room.task(taskId)).toMatchObject({ state: "completed", counts: { failed: 1 } });
    const [product] = await rowsOf(
      "SELECT sync_state FROM product WHERE connection_id = ? AND product_id = '7'",
      room.connectionId,
    );
    expect(product).toEqual({ sync_state: "sync_failed" });
  });

  it("waits for request budget without using up its tries", async () => {
    let tries = 0;
    const room = await mappedRoom({
      channel: (session) => ({
        createListing: (draft) => {
          tries += 1;
          if (tries <= 12) throw new SyncError("retry", "budget.exhausted", { retryAfterMs: 500 });
          return session.createListing(draft);
        },
      }),
    });
    const { taskId } = await startPush(room.services, room.connectionId, { ids: ["7"] }, "ada");
    await room.drain();
    expect(await room.task(taskId)).toMatchObject({ state: "completed", counts: { done: 1 } });
  });

  it("ends with a readable result when the queue gives its message up", async () => {
    const room = await mappedRoom();
    const { connectionId } = room;
    const { taskId } = await startPush(room.services, connectionId, PRODUCTS, "ada");
    const [wakeUp] = room.queue.splice(0);
    if (wakeUp) await room.deliver(wakeUp);
    for (const { body } of room.queue.splice(0)) await room.dead(body);
    expect(await room.task(taskId)).toMatchObject({ state: "completed", counts: { failed: 3 } });
    const [item] = await room.items(taskId);
    expect(item?.codes).toEqual(["task.gave_up"]);
    const again = await retryTask(room.services, connectionId, taskId, "ada");
    await room.drain();
    expect(await room.task(again.taskId)).toMatchObject({ counts: { done: 3 } });
  });

  it("offers no retry when nothing failed, nor to another connection", async () => {
    const room = await mappedRoom();
    const { services, connectionId } = room;
    const { taskId } = await startPush(services, connectionId, { ids: ["7"] }, "ada");
    await room.drain();
    await expect(retryTask(services, connectionId, taskId, "ada")).rejects.toMatchObject({
      code: "task.nothing_failed",
    });
    await expect(retryTask(services, "somebody-else", taskId, "ada")).rejects.toMatchObject({
      code: "task.not_found",
    });
  });
});
