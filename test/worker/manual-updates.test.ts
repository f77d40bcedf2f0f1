import { describe, expect, it } from "vitest";
import { startPush, startRepull, startUpdate } from "../../src/compose/catalogue";
import { SyncError } from "../../src/domain/sync-error";
import { channelProducts, mappedRoom, type CatalogueRoom } from "../support/catalogue-room";
import { rowsOf } from "../support/shop-owner";
import { SHOP_8, WEBSERVICE_KEY } from "../support/world";

const MUG = "7";
const SHIRT = "1";

interface ShownSku {
  id: string;
  priceMinor: number;
  stock: { warehouseId: string; available: number }[];
}

/** A room with a real ledger and one live product. */
async function liveRoom(): Promise<CatalogueRoom> {
  const room = await mappedRoom();
  const { services, connectionId, world } = room;
  const ledger = room.realLedger;
  services.ledger = () => ledger;
  await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await room.drain();
  for (const { id } of channelProducts(room)) world.tiktok.reviewProduct(id, "APPROVED");
  await world.tick();
  room.calls.length = 0;
  return room;
}

const shownSkus = ({ world }: CatalogueRoom) => world.storage.list<ShownSku>("tts:sku");

describe("updating stock and prices by hand", () => {
  it("puts right what somebody changed on the channel, with one look into the store", async () => {
    const room = await liveRoom();
    const { services, connectionId, world } = room;
    const [before] = shownSkus(room);
    if (!before) throw new Error("nothing is live");
    const stock = before.stock.map((row) => ({ ...row, available: 1 }));
    world.storage.put("tts:sku", before.id, { ...before, priceMinor: 1, stock });
    const ids = [MUG, SHIRT, "99999"];
    for (const what of ["stock", "price"] as const) {
      const { taskId, count } = await startUpdate(services, connectionId, { ids }, what, "ada");
      await room.drain();
      expect(count).toBe(2);
      expect(await room.task(taskId)).toMatchObject({
        state: "completed",
        counts: { done: 1, failed: 0, skipped: 1 },
      });
      expect(await room.items(taskId)).toEqual([
        { key: SHIRT, state: "skipped", codes: ["listing.not_on_channel"] },
        { key: MUG, state: "done", codes: [] },
      ]);
    }
    expect(shownSkus(room)).toEqual([before]);
    expect(room.calls.filter((name) => name === "pullProducts")).toHaveLength(2);
  });

  it("fails a product whose price is zero, and never asks the channel to take it", async () => {
    const room = await liveRoom();
    const { services, connectionId } = room;
    const [before] = shownSkus(room);
    const update = async (price: string) => {
      await edit(room, `<price>${price}</price>`);
      const started = await startUpdate(services, connectionId, { ids: [MUG] }, "price", "ada");
      await room.drain();
      return room.items(started.taskId);
    };
    const problems = () =>
      rowsOf<{ code: string }>(
        "SELECT code FROM problem WHERE connection_id = ? AND key LIKE 'price:%'",
        connectionId,
      );
    expect(await update("0")).toEqual([
      { key: MUG, state: "failed", codes: ["listing.price_zero"] },
    ]);
    expect(shownSkus(room)).toEqual([before]);
    expect(await problems()).toEqual([{ code: "listing.price_zero" }]);
    expect(await update("8.5")).toEqual([{ key: MUG, state: "done", codes: [] }]);
    expect(await problems()).toEqual([]);
    expect(shownSkus(room)[0]?.priceMinor).toBe(1020);
  });
});

describe("pulling and pushing again", () => {
  it("sends what changed in the store since the pull", async () => {
    const room = await mappedRoom();
    const { services, connectionId } = room;
    await startPush(services, connectionId, { ids: [MUG] }, "ada");
    await room.drain();
    await edit(room, `<name><language id="1">Mug of many colours</language></name>`);
    room.calls.length = 0;
    const { taskId, count } = await startRepull(services, connectionId, { ids: [MUG] }, "ada");
    await room.drain();
    expect(count).toBe(1);
    expect(await room.items(taskId)).toEqual([{ key: MUG, state: "done", codes: [] }]);
    expect(room.calls.filter((name) => name === "updateListing")).toHaveLength(1);
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
    const doors = { source: () => ({}) as { pullProducts?: typeof refuse } };
    const room = await mappedRoom({ source: () => doors.source() });
    doors.source = () => ({ pullProducts: refuse });
    const { services, connectionId } = room;
    const { taskId } = await startRepull(services, connectionId, { ids: [MUG] }, "ada");
    await room.drain();
    expect(await room.task(taskId)).toMatchObject({ state: "error" });
    const problems = await rowsOf<{ key: string }>(
      "SELECT key FROM problem WHERE connection_id = ?",
      connectionId,
    );
    expect(problems).toEqual([{ key: "source" }]);
  });
});

async function edit({ world }: CatalogueRoom, fields: string) {
  const body = `<prestashop><product><id>${MUG}</id>${fields}</product></prestashop>`;
  const headers = { authorization: `Basic ${btoa(`${WEBSERVICE_KEY}:`)}` };
  const url = `${SHOP_8}/api/products/${MUG}`;
  const answer = await world.prestashop8.fetch(
    new Request(url, { method: "PATCH", headers, body }),
  );
  if (!answer.ok) throw new Error(`the shop refused an edit: ${answer.status}`);
}
