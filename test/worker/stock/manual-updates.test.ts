import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush, startRepull, startUpdate } from "../../support/start-tasks";
import { STORE_8, WEBSERVICE_KEY } from "../../support/simulated-world";

const MUG = "7";
const SHIRT = "1";

interface ShownSku {
  id: string;
  priceMinor: number;
  stock: { warehouseId: string; available: number }[];
}

/** A harness with a real ledger and one live product. */
async function liveCatalogue(): Promise<CatalogueHarness> {
  const harness = await mappedCatalogue();
  const { services, connectionId, world } = harness;
  const ledger = harness.realLedger;
  services.ledger = () => ledger;
  await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await harness.drain();
  for (const { id } of channelProducts(harness)) world.tiktok.reviewProduct(id, "APPROVED");
  await world.tick();
  harness.calls.length = 0;
  return harness;
}

const shownSkus = ({ world }: CatalogueHarness) => world.storage.list<ShownSku>("tts:sku");

describe("updating stock and prices by hand", () => {
  it("puts right what somebody changed on the channel, with one read of the store", async () => {
    const harness = await liveCatalogue();
    const { services, connectionId, world } = harness;
    const [before] = shownSkus(harness);
    if (!before) throw new Error("nothing is live");
    const stock = before.stock.map((row) => ({ ...row, available: 1 }));
    world.storage.put("tts:sku", before.id, { ...before, priceMinor: 1, stock });
    const ids = [MUG, SHIRT, "99999"];
    for (const what of ["stock", "price"] as const) {
      const { taskId, count } = await startUpdate(services, connectionId, { ids }, what, "ada");
      await harness.drain();
      expect(count).toBe(2);
      expect(await harness.task(taskId)).toMatchObject({
        state: "completed",
        counts: { done: 1, failed: 0, skipped: 1 },
      });
      expect(await harness.items(taskId)).toEqual([
        { key: SHIRT, state: "skipped", codes: ["listing.not_on_channel"] },
        { key: MUG, state: "done", codes: [] },
      ]);
    }
    expect(shownSkus(harness)).toEqual([before]);
    expect(harness.calls.filter((name) => name === "pullProducts")).toHaveLength(2);
  });

  it("fails a product whose price is zero, and never asks the channel to take it", async () => {
    const harness = await liveCatalogue();
    const { services, connectionId } = harness;
    const [before] = shownSkus(harness);
    const update = async (price: string) => {
      await edit(harness, `<price>${price}</price>`);
      const started = await startUpdate(services, connectionId, { ids: [MUG] }, "price", "ada");
      await harness.drain();
      return harness.items(started.taskId);
    };
    const problems = () =>
      rowsOf<{ code: string }>(
        "SELECT code FROM problem WHERE connection_id = ? AND key LIKE 'price:%'",
        connectionId,
      );
    expect(await update("0")).toEqual([
      { key: MUG, state: "failed", codes: ["listing.price_zero"] },
    ]);
    expect(shownSkus(harness)).toEqual([before]);
    expect(await problems()).toEqual([{ code: "listing.price_zero" }]);
    expect(await update("8.5")).toEqual([{ key: MUG, state: "done", codes: [] }]);
    expect(await problems()).toEqual([]);
    expect(shownSkus(harness)[0]?.priceMinor).toBe(1020);
  });
});

describe("pulling and pushing again", () => {
  it("sends what changed in the store since the pull", async () => {
    const harness = await mappedCatalogue();
    const { services, connectionId } = harness;
    await startPush(services, connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    await edit(harness, `<name><language id="1">Mug of many colours</language></name>`);
    harness.calls.length = 0;
    const { taskId, count } = await startRepull(services, connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    expect(count).toBe(1);
    expect(await harness.items(taskId)).toEqual([{ key: MUG, state: "done", codes: [] }]);
    expect(harness.calls.filter((name) => name === "editListing")).toHaveLength(1);
    const [row] = await rowsOf<{ name: string }>(
      "SELECT name FROM product WHERE connection_id = ? AND product_id = ?",
      connectionId,
      MUG,
    );
    expect(row?.name).toBe("Mug of many colours");
  });

  it("shows the store's refusal where the store can no longer be read", async () => {
    const refuse = () => {
      throw new SyncError("reconnect", "prestashop.key_refused");
    };
    const overrides = { source: () => ({}) as { pullProducts?: typeof refuse } };
    const harness = await mappedCatalogue({ source: () => overrides.source() });
    overrides.source = () => ({ pullProducts: refuse });
    const { services, connectionId } = harness;
    const { taskId } = await startRepull(services, connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ state: "error" });
    const problems = await rowsOf<{ key: string }>(
      "SELECT key FROM problem WHERE connection_id = ?",
      connectionId,
    );
    expect(problems).toEqual([{ key: "source" }]);
  });
});

async function edit({ world }: CatalogueHarness, fields: string) {
  const body = `<prestashop><product><id>${MUG}</id>${fields}</product></prestashop>`;
  const headers = { authorization: `Basic ${btoa(`${WEBSERVICE_KEY}:`)}` };
  const url = `${STORE_8}/api/products/${MUG}`;
  const answer = await world.prestashop8.fetch(
    new Request(url, { method: "PATCH", headers, body }),
  );
  if (!answer.ok) throw new Error(`the store refused an edit: ${answer.status}`);
}
