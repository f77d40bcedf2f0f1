import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { findTaskOf, listTasks } from "../../../src/db/tasks/read-tasks";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { refreshedListing } from "../../support/refresh-listing";
import { startListingState, startPush } from "../../support/start-tasks";

it("a task says how many of its products are in review, at its end and later", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, statements } = harness;
  const { db } = services;
  const { taskId } = await startPush(services, connectionId, { ids: ["1", "7"] }, "ada");
  await harness.drain();
  const task = async () => (await findTaskOf(db, connectionId, taskId))?.counts;
  const listed = async () =>
    (await listTasks(db, connectionId, undefined, 50)).rows.find(({ id }) => id === taskId)?.counts;
  expect(await task()).toEqual({ done: 2, inReview: 2, failed: 0, skipped: 0 });

  const [first, second] = channelProducts(harness).map(({ id }) => id);
  const approve = async (id = "") => {
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await refreshedListing(await harness.ports(), id);
  };
  await approve(first);
  expect(await listed()).toMatchObject({ done: 2, inReview: 1 });
  expect((await harness.task(taskId)).counts["inReview"]).toBe(1);
  await approve(second);
  expect(await task()).toMatchObject({ done: 2, inReview: 0 });

  // Once all reviews are over nobody counts them again.
  statements.length = 0;
  await listed();
  expect(statements.filter(({ sql }) => sql.includes("task_item"))).toEqual([]);

  const off = await startListingState(services, connectionId, { ids: ["1"] }, "deactivate", "ada");
  await harness.drain();
  expect((await harness.task(off.taskId)).counts["inReview"]).toBeUndefined();
  const on = await startListingState(services, connectionId, { ids: ["1"] }, "activate", "ada");
  await harness.drain();
  expect((await harness.task(on.taskId)).counts).toMatchObject({ done: 1, inReview: 1 });

  // One with more results than a list looks through hides no older one, and is counted on its own page.
  const kept = (id: string, counts: string) =>
    db.run(sql`UPDATE task SET counts = json_patch(counts, ${counts}) WHERE id = ${id}`);
  await kept(on.taskId, '{"done":6000}');
  await kept(taskId, '{"inReview":1}');
  await approve(first);
  expect(await listed()).toMatchObject({ inReview: 0 });
  expect((await findTaskOf(db, connectionId, on.taskId))?.counts).toMatchObject({ inReview: 0 });
});
