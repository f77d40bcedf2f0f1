import { describe, expect, it } from "vitest";
import { receive } from "../../src/sync/orders/refresh-order";
import { countingChannel, type CountingChannel } from "../support/counting-channel";
import { IMPORTED, lineOf, orderOf } from "../support/order-builders";

const KEY = { productId: "8", variantId: "21" };

/** All that the ledger stores, to compare. */
function stored({ sqlite }: CountingChannel): string {
  const tables = sqlite.sql
    .exec<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .toArray();
  const rows = tables.map(({ name }) => sqlite.sql.exec(`SELECT * FROM "${name}"`).toArray());
  return JSON.stringify(rows);
}

function pulled(): CountingChannel {
  const world = countingChannel();
  for (const variantId of ["21", "22", "23"]) world.bind(variantId, 10);
  world.now += 60_000;
  return world;
}

const view = (world: CountingChannel) => world.storage.publisher.view(KEY);

describe("a read of the store that finds everything as known", () => {
  it("writes nothing", async () => {
    const world = pulled();
    await world.drain();
    const before = stored(world);
    for (const variantId of ["21", "22", "23"]) world.count(variantId, 10, 1000);
    expect(stored(world)).toBe(before);
    expect(await world.drain()).toEqual([]);
  });

  it("still beats an older read that comes late with another number", () => {
    const world = pulled();
    const early = world.now;
    world.now += 500;
    world.storage.publisher.observe([{ ...KEY, quantity: 10 }], early + 400);
    world.storage.publisher.observe([{ ...KEY, quantity: 99 }], early + 100);
    expect(view(world).physical).toBe(10);
    expect(world.storage.notes.listRereads("stock", 9).ids).toEqual(["8"]);
    // The third read decides.
    world.storage.publisher.observe([{ ...KEY, quantity: 99 }], early + 600);
    expect(view(world).physical).toBe(99);
  });

  it("is not forgotten with the object: a read that began before it has no last word", () => {
    const world = pulled();
    const early = world.now;
    world.count("21", 10);
    world.now += 1_000;
    const late = countingChannel(world.sqlite, world.now);
    late.storage.publisher.observe([{ ...KEY, quantity: 99, priceMinor: 1000 }], early - 1);
    expect(view(late).physical).toBe(10);
    expect(late.storage.notes.listRereads("product", 9).ids).toEqual(["8"]);
    late.count("21", 99);
    expect(view(late).physical).toBe(99);
  });

  it("ends a reservation although the count is the same, with a single write", async () => {
    const world = pulled();
    const order = orderOf({ state: "awaiting_shipment", lines: [lineOf({ channelSkuId: "S21" })] });
    receive(world.storage.orders, { ...order, updatedAt: world.now }, world.now);
    expect(view(world)).toMatchObject({ physical: 10, reserved: 1 });
    const record = world.storage.orders.read(order.id);
    if (!record) throw new Error("the order was not stored");
    const importedAt = (world.now += 1_000);
    world.storage.orders.write({ ...record, importState: { ...IMPORTED, importedAt } }, []);
    world.storage.publisher.observe([{ ...KEY, quantity: 10 }], importedAt - 1);
    expect(view(world)).toMatchObject({ physical: 10, reserved: 1 });
    // Restocked by one while the order took one.
    world.storage.publisher.observe([{ ...KEY, quantity: 10 }], importedAt + 1);
    expect(view(world)).toMatchObject({ physical: 10, reserved: 0, sellable: 10 });
    await world.drain();
    const before = stored(world);
    world.storage.publisher.observe([{ ...KEY, quantity: 10 }], world.now);
    expect(stored(world)).toBe(before);
  });
});
