import { expect, it } from "vitest";
import { OrderTimeline } from "../../../web/orders/order-timeline";
import { draw, fakeServer } from "../support/render";

it("tells the story of an order in words, money and arrows, never in field names", () => {
  const entries = [
    { kind: "received", facts: { state: "awaiting_shipment", totalMinor: 1727 }, at: 1 },
    { kind: "imported", facts: { sourceOrderId: "8", reference: "HOIKFFNWP" }, at: 2 },
    { kind: "state", facts: { from: "awaiting_shipment", to: "delivered" }, at: 3 },
    { kind: "failed", facts: { step: "export-shipment", code: "tiktok.rate_limited" }, at: 4 },
  ];
  draw(<OrderTimeline entries={entries} currency="GBP" />, fakeServer({}));
  const shown = document.body.textContent ?? "";
  expect(shown).toContain("Awaiting shipment · Total: £17.27");
  expect(shown).toContain("Order in PrestaShop: 8 · Reference: HOIKFFNWP");
  expect(shown).toContain("Awaiting shipment → Delivered");
  const sides = [...document.querySelectorAll(".timeline-entry > span")].map(
    (one) => one.textContent,
  );
  expect(sides).toEqual(["TikTok Shop · ", "PrestaShop · ", "TikTok Shop · ", "Weft · "]);
  expect(shown).toContain("Step: Telling TikTok Shop of the shipment");
  expect(shown).not.toMatch(/minor|sourceOrderId|export-shipment|rate_limited/i);
});
