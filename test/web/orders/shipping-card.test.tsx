import { describe, expect, it, vi } from "vitest";
import { ShippingCard } from "../../../web/orders/shipping-card";
import { button, draw, fakeServer, text, until } from "../support/render";

const shippingOf = (change: object) => ({
  channelState: "awaiting_shipment",
  sourceOrderId: "31",
  hasCancelRequest: false,
  shipping: { isByChannel: true, canArrange: false, hasLabel: false, canPack: false, ...change },
});
const label = {
  packageId: "K1",
  url: "https://labels.example/1",
  expiresAt: 1,
  trackingNumber: "TT1",
};
const modelOf = () => ({
  handOver: vi.fn(async () => ({ ok: true, value: { shipping: { canArrange: false } } }) as never),
  readLabels: vi.fn(async () => ({ ok: true, value: { labels: [label] } }) as never),
});

describe("the parcel of TikTok's carrier", () => {
  it("says nothing of what the seller ships", () => {
    draw(
      <ShippingCard order={shippingOf({ isByChannel: false })} model={modelOf()} />,
      fakeServer({}),
    );
    expect(text()).toBe("");
  });

  it("is arranged the way the merchant chose", async () => {
    const model = modelOf();
    draw(<ShippingCard order={shippingOf({ canArrange: true })} model={model} />, fakeServer({}));
    const select = document.querySelector("select");
    if (select) select.value = "drop_off";
    select?.dispatchEvent(new Event("change", { bubbles: true }));
    button("Arrange shipping").click();
    await until(() => model.handOver.mock.calls.length > 0);
    expect(model.handOver).toHaveBeenCalledWith("drop_off");
  });

  it("gives its labels once they are asked for", async () => {
    const model = modelOf();
    const order = { ...shippingOf({ hasLabel: true }), channelState: "awaiting_collection" };
    draw(<ShippingCard order={order} model={model} />, fakeServer({}));
    button("Get the label").click();
    await until(() => document.querySelector("a") !== null);
    expect(document.querySelector("a")?.href).toBe(label.url);
    expect(text()).toContain("Open label TT1 (PDF)");
  });

  it("says what to do where Weft cannot arrange it", () => {
    draw(<ShippingCard order={shippingOf({})} model={modelOf()} />, fakeServer({}));
    expect(text()).toContain("bought in Seller Center");
    const waiting = { ...shippingOf({}), sourceOrderId: null };
    draw(<ShippingCard order={waiting} model={modelOf()} />, fakeServer({}));
    expect(text()).toContain("must be in PrestaShop first");
  });
});
