import { describe, expect, it, vi } from "vitest";
import ParcelsCard from "../../../web/orders/parcels-card";
import { button, draw, fakeServer, text, until } from "../support/render";

const lineOf = (id: string) => ({ id, name: "Mug", variantName: "Red", channelSkuId: "S1" });
const orderOf = (change: object) =>
  ({
    lines: [lineOf("1"), lineOf("2"), lineOf("3")],
    parcels: [],
    shipping: { canPack: true },
    ...change,
  }) as never;
const modelOf = () => ({
  pack: vi.fn(async () => ({ ok: true, value: {} }) as never),
  readCarriers: vi.fn(
    async () =>
      ({ ok: true, value: { carriers: [{ reference: "2", name: "My carrier" }] } }) as never,
  ),
});
const choose = (select: HTMLSelectElement | undefined, value: string) => {
  if (select) select.value = value;
  select?.dispatchEvent(new Event("change", { bubbles: true }));
};
const type = (input: HTMLInputElement | undefined, value: string) => {
  if (input) input.value = value;
  input?.dispatchEvent(new Event("input", { bubbles: true }));
};

describe("the parcels of an order", () => {
  it("shows what was sent under which number", () => {
    const parcels = [
      { packageId: "K1", trackingNumber: "A1", lineIds: ["1"] },
      { packageId: "K2", trackingNumber: "B1", lineIds: ["2", "3"] },
    ];
    const order = orderOf({ parcels, shipping: { canPack: false } });
    draw(<ParcelsCard order={order} model={modelOf()} />, fakeServer({}));
    expect(text()).toContain("A1: 1 unit");
    expect(text()).toContain("B1: 2 units");
    expect(text()).not.toContain("Ship in several");
  });

  it("sends each unit in the parcel that a person chose, once nothing is lacking", async () => {
    const model = modelOf();
    draw(<ParcelsCard order={orderOf({})} model={model} />, fakeServer({}));
    button("Ship in several parcels").click();
    await until(() => document.querySelectorAll("input").length === 2);
    const numbers = () => [...document.querySelectorAll("input")];
    const selects = () => [...document.querySelectorAll("select")];
    button("Ship the parcels").click();
    await until(() => text().includes("needs a unit"));
    type(numbers()[0], "A1");
    type(numbers()[1], "B1");
    choose(selects().at(-1), "1");
    button("Ship the parcels").click();
    await until(() => model.pack.mock.calls.length > 0);
    expect(model.pack).toHaveBeenCalledWith([
      { carrierReference: "2", trackingNumber: "A1", lineIds: ["1", "2"] },
      { carrierReference: "2", trackingNumber: "B1", lineIds: ["3"] },
    ]);
  });
});
