import { describe, expect, it } from "vitest";
import { listItems } from "../../../src/db/tasks/read-tasks";
import { tasksOf } from "../../../src/db/tasks/tasks";
import { cancelTask } from "../../../src/tasks/cancel-task";
import { confirmTask } from "../../../src/tasks/confirm-task";
import { retryTask } from "../../../src/tasks/retry-task";
import { startSelected } from "../../../src/tasks/start-selected";
import { sweepTasks } from "../../../src/tasks/sweep-tasks";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { startPush } from "../../support/start-tasks";
import { refreshedListing } from "../../support/refresh-listing";

const MUG = "7";
const HOUR = 3_600_000;
const LIST = { waitsForConfirmation: true };
const TWO = { selection: { ids: [MUG, "8"] } };
const ALL = { selection: { filter: { tab: "all" as const } } };

const listPush = ({ services, connectionId }: CatalogueHarness) =>
  startSelected(services, connectionId, "push-products", TWO, "ada", LIST);

/** What was asked of the shops, but for the rules that the checks read once a task has ended. */
const askedBy = ({ calls }: CatalogueHarness) =>
  calls.filter((call) => call !== "readRules" && call !== "listAttributes");

/** A push that has listed its products and waits. */
async function listedPush() {
  const harness = await mappedCatalogue();
  const { taskId } = await listPush(harness);
  await harness.drain();
  return { harness, taskId, ...harness };
}

const itemsOf = async ({ services }: CatalogueHarness, taskId: string) =>
  (await listItems(services.db, taskId, undefined, undefined, 100)).items;

const refusal = { remedy: "merchant", code: "task.not_unconfirmed" };

describe("a task that waits for a confirmation", () => {
  it("lists what it would do, and does nothing of it", async () => {
    const { harness, taskId } = await listedPush();
    expect(await harness.task(taskId)).toMatchObject({ state: "unconfirmed", total: 2 });
    expect(harness.queue).toEqual([]);
    expect(harness.calls).toEqual([]);
    const [item] = await itemsOf(harness, taskId);
    expect(item).toMatchObject({
      key: MUG,
      state: "waiting",
      before: { status: null },
      after: { status: "in_review" },
    });
  });

  it("names what will be refused, as the check of the product says now", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    const { taskId } = await startSelected(
      services,
      connectionId,
      "push-products",
      ALL,
      "ada",
      LIST,
    );
    await harness.drain();
    const items = await itemsOf(harness, taskId);
    const unmapped = items.filter(({ reasons }) => reasons.length > 0);
    expect(unmapped.length).toBeGreaterThan(0);
    for (const { reasons, state, after } of unmapped)
      expect([reasons.map(({ code }) => code), state, after]).toEqual([
        expect.arrayContaining(["listing.category_missing"]),
        "waiting",
        null,
      ]);
    expect(items.find(({ key }) => key === MUG)).toMatchObject({ reasons: [], state: "waiting" });
  });

  it("runs once confirmed, and asks for nothing more", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    const row = await confirmTask(services, connectionId, taskId);
    expect(row).toMatchObject({ state: "waiting", confirmBy: null });
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({
      state: "completed",
      counts: { done: 2, failed: 0, skipped: 0 },
    });
    expect(channelProducts(harness)).toHaveLength(2);
  });

  it("is confirmed by one of two clicks, and the other is refused", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    const clicks = await Promise.allSettled([
      confirmTask(services, connectionId, taskId),
      confirmTask(services, connectionId, taskId),
    ]);
    const refused = clicks.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([refusal]);
    expect(harness.queue).toHaveLength(1);
    await harness.drain();
    await expect(confirmTask(services, connectionId, taskId)).rejects.toMatchObject(refusal);
    expect(harness.calls.filter((call) => call === "createListing")).toHaveLength(2);
  });

  it("is not confirmed once cancelled, and its items say so", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    const row = await cancelTask(services, connectionId, taskId);
    expect(row).toMatchObject({ state: "cancelled", problem: null, confirmBy: null });
    await expect(confirmTask(services, connectionId, taskId)).rejects.toMatchObject(refusal);
    await harness.drain();
    expect(harness.calls).toEqual([]);
    const codes = ["task.cancelled"];
    expect(await harness.items(taskId)).toEqual([
      { key: MUG, state: "skipped", codes },
      { key: "8", state: "skipped", codes },
    ]);
  });

  it("ends cancelled whichever of a confirmation and a cancelling comes first", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    await Promise.allSettled([
      confirmTask(services, connectionId, taskId),
      cancelTask(services, connectionId, taskId),
    ]);
    await harness.drain();
    expect((await harness.task(taskId)).state).toBe("cancelled");
    expect(askedBy(harness)).toEqual([]);
  });

  it("is no other connection's to confirm", async () => {
    const { taskId, services } = await listedPush();
    await expect(confirmTask(services, "somebody-else", taskId)).rejects.toMatchObject({
      code: "task.not_found",
    });
  });

  it("does not start by a late message, nor by the sweep, nor ask again once confirmed", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    expect(harness.queue).toEqual([]);
    const body = { kind: "run-task" as const, connectionId, taskId };
    const items = { kind: "run-items" as const, connectionId, taskId, itemKeys: [MUG] };
    for (const message of [body, items])
      await harness.deliver({ body: message, attempts: 1, dueAt: 0 });
    harness.clock.aheadMs += 2 * HOUR;
    await sweepTasks(services);
    expect(harness.queue).toEqual([]);
    expect(harness.calls).toEqual([]);
    expect((await harness.task(taskId)).state).toBe("unconfirmed");
    await confirmTask(services, connectionId, taskId);
    // A worker that was still listing comes to its end.
    expect(await tasksOf(services.db, services.now).awaitConfirmation(taskId, {})).toBe(false);
    await harness.deliver({ body, attempts: 1, dueAt: 0 });
    await harness.deliver({ body, attempts: 1, dueAt: 0 });
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { done: 2 } });
  });

  it("is woken by the sweep when the message of its confirmation was lost", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    await confirmTask(services, connectionId, taskId);
    harness.queue.length = 0;
    harness.clock.aheadMs += HOUR;
    await sweepTasks(services);
    await harness.drain();
    expect((await harness.task(taskId)).state).toBe("completed");
  });

  it("expires a day after its list was complete, with a reason and nothing done", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    harness.clock.aheadMs += 24 * HOUR - 60_000;
    await sweepTasks(services);
    expect((await harness.task(taskId)).state).toBe("unconfirmed");
    harness.clock.aheadMs += 61_000;
    // Also before the sweep has come round.
    await expect(confirmTask(services, connectionId, taskId)).rejects.toMatchObject(refusal);
    await sweepTasks(services);
    const task = await harness.task(taskId);
    expect(task.state).toBe("cancelled");
    expect(task.problem).toContain("task.expired");
    const [item] = await harness.items(taskId);
    expect(item).toEqual({ key: MUG, state: "skipped", codes: ["task.expired"] });
    expect(harness.calls).toEqual([]);
  });

  it("exists once while the same is listed, and gives way to the same started without", async () => {
    const { harness, taskId, services, connectionId } = await listedPush();
    expect(await listPush(harness)).toMatchObject({ taskId });
    const direct = await startPush(services, connectionId, TWO.selection, "bob");
    expect(direct.taskId).not.toBe(taskId);
    const replaced = await harness.task(taskId);
    expect(replaced.state).toBe("cancelled");
    expect(replaced.problem).toContain("task.replaced");
    await harness.drain();
    expect(await harness.task(direct.taskId)).toMatchObject({ counts: { done: 2 } });
    expect(harness.calls.filter((call) => call === "createListing")).toHaveLength(2);
  });

  it("is retried without another question", async () => {
    const harness = await mappedCatalogue({
      channel: () => ({
        createListing: () => Promise.reject(new Error("out of order")),
      }),
    });
    const { services, connectionId } = harness;
    const { taskId } = await listPush(harness);
    await harness.drain();
    await confirmTask(services, connectionId, taskId);
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ counts: { failed: 2 } });
    const again = await retryTask(services, connectionId, taskId, "ada");
    await harness.drain();
    expect((await harness.task(again.taskId)).state).toBe("completed");
  });

  it("needs no confirmation where nothing is left to do", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    const parameters = { ...TWO, action: "deactivate" as const };
    const kind = "change-listing-state";
    const { taskId } = await startSelected(services, connectionId, kind, parameters, "ada", LIST);
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({
      state: "completed",
      counts: { done: 0, skipped: 2 },
    });
    expect(askedBy(harness)).toEqual([]);
  });

  it("shows which listings it would take off sale, and works on those alone", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    await startPush(services, connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    const id = channelProducts(harness)[0]?.id ?? "";
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await refreshedListing(await harness.ports(), id);
    const parameters = { ...TWO, action: "deactivate" as const };
    const kind = "change-listing-state";
    const { taskId } = await startSelected(services, connectionId, kind, parameters, "ada", LIST);
    await harness.drain();
    const change = { before: { status: "live" }, after: { status: "paused" } };
    expect(await itemsOf(harness, taskId)).toMatchObject([
      { key: MUG, state: "waiting", ...change },
      { key: "8", state: "skipped", reasons: [{ code: "listing.not_on_channel" }] },
    ]);
    expect((await harness.task(taskId)).counts).toMatchObject({ skipped: 1 });
    harness.calls.length = 0;
    await confirmTask(services, connectionId, taskId);
    await harness.drain();
    expect(harness.calls).toEqual(["deactivateListings", "readListing"]);
    expect(await harness.task(taskId)).toMatchObject({
      state: "completed",
      counts: { done: 1, failed: 0, skipped: 1 },
    });
  });
});
