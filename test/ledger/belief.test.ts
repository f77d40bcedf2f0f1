import { describe, expect, it } from "vitest";
import type { ChannelOrder } from "../../src/domain/orders/channel-order";
import { NO_FULFILMENT } from "../../src/domain/orders/order-record";
import { receive } from "../../src/sync/orders/refresh-order";
import { countingChannel, type CountingChannel } from "../support/counting-channel";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { IMPORTED, lineOf, orderOf } from "../support/order-builders";

const LINE = lineOf({ channelSkuId: "S21" });

/** The channel moves its own counter, as an order or a cancellation does. */
function move(world: CountingChannel, by: number, sku = "S21") {
  world.counters.set(sku, (world.counters.get(sku) ?? 0) + by);
}

/** The order is read as the channel shows it now. */
function read(world: CountingChannel, change: Partial<ChannelOrder>) {
  world.now += 1_000;
  const order = orderOf({ lines: [LINE], updatedAt: world.now, ...change });
  receive(world.storage.orders, order, world.now);
}

function shownEqualsWanted(world: CountingChannel, quantity: number) {
  expect(world.counters.get("S21")).toBe(quantity);
}

describe("what the channel shows of a SKU", () => {
  it("is right after a sale in the store and a cancellation between two scans", async () => {
    const world = countingChannel();
    world.bind("21", 300);
    move(world, -1);
    read(world, { state: "on_hold" });
    await world.drain();
    shownEqualsWanted(world, 299);
    move(world, 1);
    world.count("21", 299);
    read(world, { state: "cancelled" });
    await world.drain();
    shownEqualsWanted(world, 299);
  });

  it("is right when an order is cancelled that the store has shipped", async () => {
    const world = countingChannel();
    world.bind("21", 300);
    move(world, -1);
    read(world, { state: "awaiting_shipment" });
    const record = world.storage.orders.read(orderOf().id);
    if (!record) throw new Error("the order was not stored");
    const fulfilment = { ...NO_FULFILMENT, isShipped: true };
    world.storage.orders.write({ ...record, importState: IMPORTED, fulfilment }, []);
    world.count("21", 299);
    await world.drain();
    move(world, 1);
    read(world, { state: "cancelled" });
    expect(await world.drain()).toEqual(["quantities S21=299"]);
    shownEqualsWanted(world, 299);
  });

  it("is right when the channel cancels after the raised stock went out", async () => {
    const world = countingChannel();
    world.bind("21", 300);
    move(world, -1);
    read(world, { state: "awaiting_shipment" });
    await world.drain();
    world.storage.orderStore.read(orderOf().id);
    world.count("21", 301);
    await world.drain();
    shownEqualsWanted(world, 300);
    move(world, 1);
    world.count("21", 300);
    read(world, { state: "cancelled" });
    await world.drain();
    shownEqualsWanted(world, 300);
  });

  it("is right when a restock and a new order cancel each other out", async () => {
    const world = countingChannel();
    world.bind("21", 297);
    move(world, -3);
    world.count("21", 300);
    const lines = ["1", "2", "3"].map((id) => lineOf({ id, channelSkuId: "S21" }));
    read(world, { state: "on_hold", lines });
    expect(await world.drain()).toEqual(["quantities S21=297"]);
    shownEqualsWanted(world, 297);
  });

  it("is sent again when the counter moved while a write was under way", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    world.count("21", 9);
    world.afterCall = () => {
      world.afterCall = () => {};
      move(world, 1);
      world.storage.publisher.doubt("quantity", ["S21"], "returned");
    };
    expect(await world.drain()).toEqual(["quantities S21=9", "quantities S21=9"]);
    shownEqualsWanted(world, 9);
  });
});

describe("an order that changes nothing for a SKU", () => {
  it("costs one write of its listing when it is new, none when it is read again", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    world.bind("22", 4);
    move(world, -1);
    read(world, { state: "on_hold" });
    expect(await world.drain()).toEqual(["quantities S21=9"]);
    read(world, { state: "awaiting_shipment" });
    read(world, { state: "awaiting_collection" });
    expect(await world.drain()).toEqual([]);
  });

  it("costs nothing when the channel sends it from its own warehouse", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    read(world, { state: "awaiting_shipment", fulfilment: "channel" });
    expect(await world.drain()).toEqual([]);
  });
});

describe("an offer whose numbers nobody read", () => {
  it("is sent both, although they are the wanted ones", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    const sent = { sentQuantity: 10, sentPriceMinor: 1000, doubt: "never_read" as const };
    const key = { productId: "8", variantId: "21", channelProductId: "P1", channelSkuId: "S21" };
    world.storage.publisher.bind([{ ...key, ...sent }]);
    expect((await world.drain()).toSorted()).toEqual(["prices S21=1000", "quantities S21=10"]);
    expect(await world.drain()).toEqual([]);
  });
});

describe("offers that version 0.2 stored", () => {
  it("are believed to show what was sent, and in doubt where a write had no clear end", async () => {
    const sqlite = ledgerOf02();
    const offer = (sku: string, isSending: number) =>
      sqlite.sql.exec(
        `INSERT INTO offer VALUES (?, 'P1', '8', ?, 1, 7, 1000, ?, ?)`,
        sku,
        sku.slice(1),
        isSending,
        isSending,
      );
    offer("S21", 0);
    offer("S22", 1);
    const world = countingChannel(sqlite);
    expect(world.storage.offerStore.listAllLive()).toMatchObject([
      { channelSkuId: "S21", believedQuantity: 7, quantityDoubt: null, priceDoubt: null },
      {
        channelSkuId: "S22",
        believedPriceMinor: 1000,
        quantityDoubt: "sending",
        priceDoubt: "sending",
      },
    ]);
    world.count("21", 7, 1000);
    world.count("22", 7, 1000);
    expect((await world.drain()).toSorted()).toEqual(["prices S22=1000", "quantities S22=7"]);
  });
});
