import { describe, expect, it } from "vitest";
import { listItems } from "../../../src/db/tasks/read-tasks";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { startPull } from "../../../src/tasks/start-pull";
import { catalogueHarness, type CatalogueHarness } from "../../support/catalogue-harness";

const MUG = "7";

const start = ({ services, connectionId }: CatalogueHarness) =>
  startPull(services, connectionId, {}, "ada");

const itemsOf = async ({ services }: CatalogueHarness, taskId: string) =>
  (await listItems(services.db, taskId, undefined, undefined, 200)).items;

/** The items of a pull that is run to its end. */
async function pull(harness: CatalogueHarness) {
  const { taskId } = await start(harness);
  await harness.drain();
  expect((await harness.task(taskId)).state).toBe("completed");
  return itemsOf(harness, taskId);
}

describe("a pull lists", () => {
  it("each new product with what people look for", async () => {
    const items = await pull(await catalogueHarness());
    expect(items).toHaveLength(19);
    expect(items.find(({ key }) => key === MUG)).toMatchObject({
      label: expect.stringContaining("Mug"),
      state: "done",
      before: null,
      after: { pulled: "created", name: expect.stringContaining("Mug"), isActive: true },
    });
  });

  it("a changed one with before and after, and none that stayed the same", async () => {
    const harness = await catalogueHarness();
    const before = (await pull(harness)).find(({ key }) => key === MUG);
    harness.world.prestashop8.setPriceSilently(MUG, "14.000000");
    const [item, ...others] = await pull(harness);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      key: MUG,
      before: { price: before?.after?.["price"] },
      after: { pulled: "updated", price: { currency: "GBP" } },
    });
    expect(item?.after?.["price"]).not.toEqual(before?.after?.["price"]);
    expect(await pull(harness)).toEqual([]);
  });

  it("one that the store no longer has", async () => {
    const harness = await catalogueHarness();
    await pull(harness);
    harness.world.prestashop8.deleteProduct(MUG);
    expect(await pull(harness)).toMatchObject([
      { key: MUG, label: expect.stringContaining("Mug"), after: { pulled: "deleted" } },
    ]);
    expect(await pull(harness)).toEqual([]);
  });

  it("each once, although every message comes twice", async () => {
    const harness = await catalogueHarness();
    const { taskId } = await start(harness);
    for (let left = 40; harness.queue.length > 0 && left > 0; left -= 1) {
      const [entry] = harness.queue.splice(0, 1);
      if (entry) await Promise.all([harness.deliver(entry), harness.deliver(entry)]);
    }
    expect(await itemsOf(harness, taskId)).toHaveLength(19);
  });

  it("what it found before a crash, with what was there before it", async () => {
    let crashes = 0;
    const harness = await catalogueHarness({
      source: (session) => ({
        // The second page comes only after the first one is stored.
        pullPage: async (window, size, cursor) => {
          if (cursor !== undefined && crashes++ === 0)
            throw new SyncError("retry", "prestashop.unreachable");
          return session.pullPage(window, Math.min(size, 10), cursor);
        },
      }),
    });
    const items = await pull(harness);
    expect(crashes).toBeGreaterThan(0);
    expect(items).toHaveLength(19);
    expect(items.every(({ after }) => after?.["pulled"] === "created")).toBe(true);
  });
});
