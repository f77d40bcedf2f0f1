import { describe, expect, it } from "vitest";
import { USUAL_RULE, type ProductRule } from "../../src/domain/stock/product-rule";
import { countingChannel, LISTING, type CountingChannel } from "../support/counting-channel";

const ruled = ({ storage }: CountingChannel, rule: Partial<ProductRule> | null) =>
  storage.publisher.setRules([{ productId: "8", rule: rule && { ...USUAL_RULE, ...rule } }]);

const OUT_OF_STOCK = { threshold: 5, action: "out_of_stock" } as const;
const DEACTIVATE = { threshold: 5, action: "deactivate" } as const;

describe("a threshold that shows nothing left", () => {
  it("sends 0 of the low SKU alone, and its real count above the threshold", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    world.bind("22", 10);
    ruled(world, { lowStock: OUT_OF_STOCK });
    world.count("21", 5);
    expect(await world.drain()).toEqual(["quantities S21=0"]);
    expect(world.storage.publisher.view({ productId: "8", variantId: "21" })).toMatchObject({
      physical: 5,
      sellable: 0,
    });
    world.count("21", 6);
    expect(await world.drain()).toEqual(["quantities S21=6"]);
  });

  it("is lifted with the rule", async () => {
    const world = countingChannel();
    world.bind("21", 3);
    ruled(world, { lowStock: OUT_OF_STOCK });
    expect(await world.drain()).toEqual(["quantities S21=0"]);
    ruled(world, null);
    expect(await world.drain()).toEqual(["quantities S21=3"]);
  });
});

describe("a threshold that takes a product off sale", () => {
  it("does so for one low SKU, and puts it back when all are above", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    world.bind("22", 10);
    ruled(world, { lowStock: DEACTIVATE });
    world.count("21", 5);
    world.count("22", 4);
    expect(await world.drain()).toEqual(["deactivate", "quantities S21=5,S22=4"]);
    world.count("21", 9);
    expect(await world.drain()).toEqual(["quantities S21=9"]);
    world.count("22", 6);
    expect(await world.drain()).toEqual(["quantities S22=6", "activate"]);
  });

  it("does so by the connection's rule, which the product's own or its exclusion beats", async () => {
    const world = countingChannel();
    world.bind("21", 3);
    world.storage.notes.write("lowStock", DEACTIVATE);
    ruled(world, { isExcluded: true, lowStock: DEACTIVATE });
    expect(await world.drain()).toEqual([]);
    ruled(world, { lowStock: { threshold: 2, action: "deactivate" } });
    expect(await world.drain()).toEqual([]);
    ruled(world, null);
    expect(await world.drain()).toEqual(["deactivate"]);
  });

  it("leaves off sale what the merchant took off, and works where no stock is sent", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    ruled(world, { lowStock: DEACTIVATE, sendsStock: false });
    world.count("21", 1);
    expect(await world.drain()).toEqual(["deactivate"]);
    const said = { channelProductId: LISTING, state: "paused", by: "merchant" } as const;
    world.storage.publisher.noteListingStates([said], (world.now += 1));
    world.count("21", 20);
    expect(await world.drain()).toEqual([]);
  });
});

describe("a product whose stock or price is not sent", () => {
  it("keeps its numbers on the channel until it is sent again", async () => {
    const world = countingChannel();
    world.bind("21", 10, 1000);
    ruled(world, { sendsStock: false, sendsPrice: false });
    world.count("21", 3, 2000);
    world.storage.publisher.doubt("quantity", ["S21"], "order");
    expect(await world.drain()).toEqual([]);
    ruled(world, null);
    expect((await world.drain()).toSorted()).toEqual(["prices S21=2000", "quantities S21=3"]);
  });

  it("is not sent when a person asks for it either, who is told so", async () => {
    const world = countingChannel();
    world.bind("21", 10);
    ruled(world, { sendsStock: false });
    const { resends } = world.storage;
    const resent = resends.begin(["8"], "stock");
    expect(await world.drain()).toEqual([]);
    expect(resends.read(["8"], "stock", resent)).toEqual([{ productId: "8", state: "withheld" }]);
    resends.begin(["8"], "price");
    expect(await world.drain()).toEqual(["prices S21=1000"]);
  });

  it("has a rule that can be read", () => {
    const world = countingChannel();
    const rule = { lowStock: DEACTIVATE, isExcluded: true, sendsStock: false, sendsPrice: true };
    world.storage.publisher.setRules([{ productId: "8", rule }]);
    expect(world.storage.ruleStore.read("8")).toEqual(rule);
    expect(world.storage.ruleStore.read("9")).toEqual(USUAL_RULE);
  });
});
