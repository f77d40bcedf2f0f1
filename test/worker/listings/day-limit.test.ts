/** A new shop may list few products a day: what is beyond waits, and goes on by itself. */
import { expect, it } from "vitest";
import { sweepTasks } from "../../../src/tasks/sweep-tasks";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
const A_DAY = 3;
const HOUR_MS = 3_600_000;

const countCalls = ({ calls }: CatalogueHarness, name: string) =>
  calls.filter((call) => call === name).length;

async function start({ services, connectionId }: CatalogueHarness, ids?: string[]) {
  const selection = ids ? { ids } : { filter: { tab: "all" as const } };
  return (await startPush(services, connectionId, selection, "ada")).taskId;
}

async function statesOf(harness: CatalogueHarness, taskId: string) {
  const items = await harness.items(taskId);
  const waiting = items.filter(({ codes }) => codes.includes("tiktok.quota"));
  expect(waiting.every(({ state }) => state === "waiting")).toBe(true);
  return { waiting: waiting.length, done: items.filter(({ state }) => state === "done").length };
}

const problems = ({ connectionId }: CatalogueHarness) =>
  rowsOf<{ code: string }>(
    "SELECT code FROM problem WHERE connection_id = ? AND key = 'day-limit'",
    connectionId,
  );

/** The cron's minute, so much later. */
async function minuteAfter(harness: CatalogueHarness, ms: number) {
  harness.clock.aheadMs += ms;
  await sweepTasks(harness.services);
  await harness.drain();
}

it("waits for the channel's next day, asks once an hour, lets changes through, and loses nothing", async () => {
  const harness = await mappedCatalogue();
  harness.world.tiktok.setSwitches({ listingsPerDay: A_DAY });
  await start(harness, [MUG]);
  await harness.drain();
  const taskId = await start(harness);
  await harness.drain();
  const { waiting, done } = await statesOf(harness, taskId);
  expect(waiting).toBeGreaterThan(3);
  expect(channelProducts(harness)).toHaveLength(A_DAY);
  expect(await harness.task(taskId)).toMatchObject({ state: "running" });
  expect(await problems(harness)).toEqual([{ code: "tiktok.quota" }]);
  const created = countCalls(harness, "createListing");
  expect(created).toBe(A_DAY + 1);
  const uploads = countCalls(harness, "uploadImage");

  await rowsOf(
    `UPDATE product SET body = json_set(body, '$.name', 'A new name') WHERE product_id = ?`,
    MUG,
  );
  const change = await start(harness, [MUG]);
  await harness.drain();
  expect(await harness.items(change)).toMatchObject([{ state: "done" }]);

  await minuteAfter(harness, HOUR_MS / 2);
  expect(countCalls(harness, "createListing")).toBe(created);
  await minuteAfter(harness, HOUR_MS);
  expect(countCalls(harness, "createListing")).toBe(created + 1);
  expect((await statesOf(harness, taskId)).waiting).toBe(waiting);
  expect(countCalls(harness, "uploadImage") - uploads).toBeLessThan(10);

  harness.world.tiktok.setSwitches({ listingsPerDay: 1_000 });
  await minuteAfter(harness, HOUR_MS + 5 * 60_000);
  expect(await harness.task(taskId)).toMatchObject({ state: "completed" });
  expect(await statesOf(harness, taskId)).toEqual({ waiting: 0, done: done + waiting });
  expect(channelProducts(harness)).toHaveLength(A_DAY + waiting);
  expect(await problems(harness)).toEqual([]);
});
