import { describe, expect, it } from "vitest";
import type { SaleReport } from "../../src/domain/stock/listing-pause";
import { countingChannel, LISTING, type CountingChannel } from "../support/counting-channel";
import { ledgerOf02 } from "../support/ledger-of-0-2";

/** A listing of five units that Weft took off sale when they were gone. */
async function soldOut(): Promise<CountingChannel> {
  const world = countingChannel();
  world.refusesZero = true;
  world.bind("21", 5);
  world.count("21", 0);
  expect(await world.drain()).toEqual(["quantities S21=0", "deactivate"]);
  return world;
}

function report(world: CountingChannel, said: SaleReport, at = (world.now += 1)) {
  world.storage.publisher.noteListingStates([{ channelProductId: LISTING, ...said }], at);
}

const causeOf = ({ storage }: CountingChannel) => storage.saleStore.causeOf(LISTING);

describe("a listing that was taken off sale for want of stock", () => {
  it("is put back by Weft when stock returns", async () => {
    const world = await soldOut();
    world.count("21", 3);
    expect(await world.drain()).toEqual(["quantities S21=3", "activate"]);
    expect(world.isOnSale).toBe(true);
    expect(causeOf(world)).toBeNull();
  });

  it("stays off when the merchant deactivated it meanwhile", async () => {
    const world = await soldOut();
    report(world, { state: "paused", by: "merchant" });
    world.count("21", 3);
    expect(await world.drain()).toEqual(["quantities S21=3"]);
    expect(world.isOnSale).toBe(false);
  });

  it("is still Weft's to put back after the channel showed it paused", async () => {
    const world = await soldOut();
    report(world, { state: "paused", by: "channel" });
    world.count("21", 3);
    expect(await world.drain()).toEqual(["quantities S21=3", "activate"]);
  });

  it("is not put back once the channel itself blocked it", async () => {
    const world = await soldOut();
    report(world, { state: "blocked", by: "channel" });
    world.count("21", 3);
    expect(await world.drain()).toEqual(["quantities S21=3"]);
  });

  it("goes off again when somebody puts it on sale with nothing left", async () => {
    const world = await soldOut();
    world.isOnSale = true;
    report(world, { state: "live", by: "channel" });
    expect(await world.drain()).toEqual(["quantities S21=0", "deactivate"]);
    expect(causeOf(world)).toBe("stock");
  });

  it("is not taken for one on sale by a read that began before", async () => {
    const world = await soldOut();
    report(world, { state: "live", by: "channel" }, world.now - 60_000);
    expect(causeOf(world)).toBe("stock");
    expect(await world.drain()).toEqual([]);
  });
});

describe("a listing the merchant took off sale", () => {
  it("stays the merchant's when its stock runs out and returns", async () => {
    const world = countingChannel();
    world.refusesZero = true;
    world.bind("21", 5);
    report(world, { state: "paused", by: "merchant" });
    world.count("21", 0);
    expect(await world.drain()).toEqual(["quantities S21=0", "deactivate"]);
    world.count("21", 3);
    expect(await world.drain()).toEqual(["quantities S21=3"]);
    expect(causeOf(world)).toBe("merchant");
  });

  it("is known from the channel's report as well, and on sale again from the next", async () => {
    const world = countingChannel();
    world.bind("21", 5);
    report(world, { state: "paused", by: "channel" });
    expect(causeOf(world)).toBe("merchant");
    report(world, { state: "live", by: "channel" });
    expect(causeOf(world)).toBeNull();
  });
});

describe("a pause that version 0.2 stored", () => {
  it("counts as one for want of stock, and is ended by Weft", async () => {
    const sqlite = ledgerOf02();
    sqlite.sql.exec(`INSERT INTO paused_listing VALUES (?, ?)`, LISTING, 1);
    sqlite.sql.exec(`INSERT INTO offer VALUES ('S21', ?, '8', '21', 1, 0, 1000, 0, 0)`, LISTING);
    const world = countingChannel(sqlite);
    expect(causeOf(world)).toBe("stock");
    world.count("21", 6, 1000);
    expect(await world.drain()).toEqual(["quantities S21=6", "activate"]);
  });
});
