import { describe, expect, it } from "vitest";
import { cancelTask } from "../../../src/tasks/cancel-task";
import { retryTask } from "../../../src/tasks/retry-task";
import { startPull } from "../../../src/tasks/start-pull";
import { sweepTasks } from "../../../src/tasks/sweep-tasks";
import { SyncError } from "../../../src/domain/errors/sync-error";
import {
  catalogueHarness,
  channelProducts,
  mappedCatalogue,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const PRODUCTS = { ids: ["1", "7", "8"] };
const MINUTES = 60_000;

describe("a task", () => {
  it("exists once while the same work waits or runs", async () => {
    const harness = await catalogueHarness();
    const first = await startPull(harness.services, harness.connectionId, {}, "ada");
    const second = await startPull(harness.services, harness.connectionId, {}, "bob");
    expect(second.taskId).toBe(first.taskId);
    expect(harness.queue).toHaveLength(1);
    await harness.drain();
    const third = await startPull(harness.services, harness.connectionId, {}, "ada");
    expect(third.taskId).not.toBe(first.taskId);
  });

  it("does its work once although every message comes twice", async () => {
    const harness = await mappedCatalogue();
    const { taskId } = await startPush(harness.services, harness.connectionId, PRODUCTS, "ada");
    for (let left = 40; harness.queue.length > 0 && left > 0; left -= 1) {
      const [entry] = harness.queue.splice(0, 1);
      if (!entry) break;
      await Promise.all([harness.deliver(entry), harness.deliver(entry)]);
    }
    const task = await harness.task(taskId);
    expect(task).toMatchObject({ state: "completed", total: 3, counts: { done: 3, failed: 0 } });
    expect(channelProducts(harness)).toHaveLength(3);
    expect(harness.calls.filter((call) => call === "createListing")).toHaveLength(3);
  });

  it("is woken again when its messages got lost", async () => {
    const harness = await mappedCatalogue();
    const { taskId } = await startPush(harness.services, harness.connectionId, PRODUCTS, "ada");
    harness.queue.length = 0;
    await sweepTasks(harness.services);
    expect(harness.queue).toHaveLength(0);
    harness.clock.aheadMs += 4 * MINUTES;
    await sweepTasks(harness.services);
    expect(harness.queue).toHaveLength(1);
    // The items' own messages get lost as well.
    const [wakeUp] = harness.queue.splice(0);
    if (wakeUp) await harness.deliver(wakeUp);
    harness.queue.length = 0;
    harness.clock.aheadMs += 4 * MINUTES;
    await sweepTasks(harness.services);
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { done: 3 } });
  });

  it("stops when it is cancelled and says so of what was not begun", async () => {
    const harness = await mappedCatalogue();
    const { taskId } = await startPush(
      harness.services,
      harness.connectionId,
      { filter: { tab: "all" } },
      "ada",
    );
    const [wakeUp] = harness.queue.splice(0);
    if (wakeUp) await harness.deliver(wakeUp);
    const [firstItems] = harness.queue.splice(0, 1);
    if (firstItems) await harness.deliver(firstItems);
    const row = await cancelTask(harness.services, harness.connectionId, taskId);
    expect(row.state).toBe("cancelled");
    const before = channelProducts(harness).length;
    await harness.drain();
    expect(channelProducts(harness)).toHaveLength(before);
    const items = await harness.items(taskId);
    expect(items.filter(({ codes }) => codes.includes("task.cancelled"))).toHaveLength(14);
  });

  it("tries an item again while waiting may help, then says why it could not be done", async () => {
    let tries = 0;
    const harness = await mappedCatalogue({
      channel: () => ({
        createListing: () => {
          tries += 1;
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 1_000 });
        },
      }),
    });
    const { taskId } = await startPush(
      harness.services,
      harness.connectionId,
      { ids: ["7"] },
      "ada",
    );
    await harness.drain();
    expect(tries).toBe(7);
    expect(await harness.items(taskId)).toEqual([
      { key: "7", state: "failed", codes: ["tiktok.rate_limited"] },
    ]);
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { failed: 1 } });
    const [product] = await rowsOf(
      "SELECT sync_state FROM product WHERE connection_id = ? AND product_id = '7'",
      harness.connectionId,
    );
    expect(product).toEqual({ sync_state: "sync_failed" });
  });

  it("waits for request budget without using up its tries", async () => {
    let tries = 0;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: (draft) => {
          tries += 1;
          if (tries <= 12) throw new SyncError("retry", "budget.exhausted", { retryAfterMs: 500 });
          return session.createListing(draft);
        },
      }),
    });
    const { taskId } = await startPush(
      harness.services,
      harness.connectionId,
      { ids: ["7"] },
      "ada",
    );
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { done: 1 } });
  });

  it("waits for request budget with one message, however often the queue doubles it", async () => {
    let tries = 0;
    const harness = await catalogueHarness({
      source: (session) => ({
        pullPage: async (...asked) => {
          tries += 1;
          if (tries <= 12) throw new SyncError("retry", "budget.exhausted", { retryAfterMs: 500 });
          return session.pullPage(...asked);
        },
      }),
    });
    const { taskId } = await startPull(harness.services, harness.connectionId, {}, "ada");
    let most = 0;
    for (let round = 0; round < 30 && harness.queue.length > 0; round += 1) {
      most = Math.max(most, harness.queue.filter(({ body }) => body.kind === "run-task").length);
      const due = Math.max(...harness.queue.map(({ dueAt }) => dueAt));
      harness.clock.aheadMs += Math.max(0, due - harness.services.now());
      for (const entry of harness.queue.splice(0))
        if (entry.body.kind === "run-task")
          for (let copy = 0; copy < 2; copy += 1) await harness.deliver(entry);
    }
    expect(await harness.task(taskId)).toMatchObject({ state: "completed" });
    expect(most).toBe(1);
  });

  it("ends with a readable result when the queue gives its message up", async () => {
    const harness = await mappedCatalogue();
    const { connectionId } = harness;
    const { taskId } = await startPush(harness.services, connectionId, PRODUCTS, "ada");
    const [wakeUp] = harness.queue.splice(0);
    if (wakeUp) await harness.deliver(wakeUp);
    for (const { body } of harness.queue.splice(0)) await harness.dead(body);
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { failed: 3 } });
    const [item] = await harness.items(taskId);
    expect(item?.codes).toEqual(["task.gave_up"]);
    const again = await retryTask(harness.services, connectionId, taskId, "ada");
    await harness.drain();
    expect(await harness.task(again.taskId)).toMatchObject({ counts: { done: 3 } });
  });

  it("offers no retry when nothing failed, nor to another connection", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    const { taskId } = await startPush(services, connectionId, { ids: ["7"] }, "ada");
    await harness.drain();
    await expect(retryTask(services, connectionId, taskId, "ada")).rejects.toMatchObject({
      code: "task.nothing_failed",
    });
    await expect(retryTask(services, "somebody-else", taskId, "ada")).rejects.toMatchObject({
      code: "task.not_found",
    });
  });
});
