import { describe, expect, it } from "vitest";
import { listItems } from "../../../src/db/tasks/read-tasks";
import { confirmTask } from "../../../src/tasks/confirm-task";
import { startSelected } from "../../../src/tasks/start-selected";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startListingState, startPush } from "../../support/start-tasks";
import { refreshedListing } from "../../support/refresh-listing";

const MUG = "7";
const ONLY_MUG = { ids: [MUG] };

/** The only item of a task that is run to its end. */
async function itemOf(harness: CatalogueHarness, start: Promise<{ taskId: string }>) {
  const { taskId } = await start;
  await harness.drain();
  const { items } = await listItems(harness.services.db, taskId, undefined, undefined, 10);
  expect(items).toHaveLength(1);
  return items[0];
}

const push = (harness: CatalogueHarness) =>
  itemOf(harness, startPush(harness.services, harness.connectionId, ONLY_MUG, "ada"));

describe("a push that is listed first", () => {
  it("names what it then writes, and nothing where there is nothing to write", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    const list = async () => {
      const started = await startSelected(
        services,
        connectionId,
        "push-products",
        { selection: ONLY_MUG },
        "ada",
        { waitsForConfirmation: true },
      );
      await harness.drain();
      const { items } = await listItems(services.db, started.taskId, undefined, undefined, 10);
      return { taskId: started.taskId, item: items[0] };
    };
    const itemAfter = async (taskId: string) => {
      await confirmTask(services, connectionId, taskId);
      await harness.drain();
      const { items } = await listItems(services.db, taskId, undefined, undefined, 10);
      return items[0];
    };
    await push(harness);
    const same = await list();
    expect(same.item).toMatchObject({
      state: "skipped",
      reasons: [{ code: "listing.nothing_to_send" }],
    });
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.name', 'Another mug', '$.variants[0].barcode',
         '4006381333931') WHERE connection_id = ? AND product_id = ?`,
      connectionId,
      MUG,
    );
    const first = await list();
    expect(Object.keys(first.item?.after ?? {}).toSorted()).toEqual(["barcodes", "title"]);
    const done = await itemAfter(first.taskId);
    expect([done?.state, done?.before, done?.after]).toEqual([
      "done",
      first.item?.before,
      first.item?.after,
    ]);
    expect((await list()).item?.state).toBe("skipped");
  });
});

describe("an item says what it changed", () => {
  it("of a new listing: title, SKUs, price and stock", async () => {
    const harness = await mappedCatalogue();
    const item = await push(harness);
    expect(item?.before).toBeNull();
    expect(item?.after).toEqual({
      title: expect.stringContaining("Mug"),
      skus: expect.any(String),
      price: { minMinor: expect.any(Number), maxMinor: expect.any(Number), currency: "GBP" },
      quantity: expect.any(Number),
    });
  });

  it("of an edit: the fields that were sent, and what stood there", async () => {
    const harness = await mappedCatalogue();
    const title = (await push(harness))?.after?.["title"];
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.name', 'A mug of another name')
       WHERE connection_id = ? AND product_id = ?`,
      harness.connectionId,
      MUG,
    );
    const item = await push(harness);
    expect(item).toMatchObject({ before: { title }, after: { title: "A mug of another name" } });
    expect(Object.keys(item?.after ?? {})).toEqual(["title"]);
  });

  it("of nothing when nothing was sent", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    expect(await push(harness)).toMatchObject({ state: "skipped", before: null, after: null });
  });

  it("of a listing that is taken off sale: its state", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    const id = channelProducts(harness)[0]?.id ?? "";
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await refreshedListing(await harness.ports(), id);
    const { services, connectionId } = harness;
    const start = startListingState(services, connectionId, ONLY_MUG, "deactivate", "ada");
    expect(await itemOf(harness, start)).toMatchObject({
      before: { status: "live" },
      after: { status: "paused" },
    });
  });

  it("stored by 0.2 is shown without", async () => {
    const harness = await mappedCatalogue();
    const { taskId } = await startPush(harness.services, harness.connectionId, ONLY_MUG, "ada");
    await harness.drain();
    await rowsOf(
      "UPDATE task_item SET before = NULL, after = NULL, reasons = '[]' WHERE task_id = ?",
      taskId,
    );
    const { items } = await listItems(harness.services.db, taskId, undefined, undefined, 10);
    expect(items).toEqual([
      {
        key: MUG,
        label: expect.any(String),
        state: "done",
        reasons: [],
        before: null,
        after: null,
      },
    ]);
  });
});
