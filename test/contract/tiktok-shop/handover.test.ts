import { describe, expect, it } from "vitest";
import { NOW, wireTo } from "./wire";

describe("reading packages", () => {
  it("tells state, who ships and what is booked", async () => {
    const data = {
      package_id: "77",
      orders: [{ id: "5" }, { id: "6" }],
      package_status: "PROCESSING",
      shipping_type: "TIKTOK",
      shipping_provider_id: "9",
      shipping_provider_name: "Evri",
      tracking_number: "TT1",
      handover_method: "PICKUP",
      pickup_slot: { start_time: 1_760_000_100, end_time: 1_760_003_700 },
      order_line_item_ids: ["1", "2"],
      update_time: 1_760_000_000,
    };
    const wire = wireTo([{ data }, { code: 10006402 }, { data: { package_id: "79" } }]);
    expect(await wire.session.readPackages(["77", "78", "79"])).toEqual([
      {
        id: "77",
        state: "arranged",
        rawState: "PROCESSING",
        orderIds: ["5", "6"],
        lineIds: ["1", "2"],
        shippingBy: "channel",
        trackingNumber: "TT1",
        provider: { id: "9", name: "Evri" },
        handover: {
          method: "pick_up",
          slot: { from: 1_760_000_100_000, to: 1_760_003_700_000 },
        },
        updatedAt: 1_760_000_000_000,
      },
      {
        id: "79",
        state: "waiting",
        rawState: "",
        orderIds: [],
        lineIds: [],
        shippingBy: "seller",
        updatedAt: 0,
      },
    ]);
    expect(wire.sent).toHaveLength(3);
  });
});

describe("handing over", () => {
  it("offers the slots that can be booked, under either spelling of that", async () => {
    const slot = (start: number, more: object) => ({
      start_time: start,
      end_time: start + 3600,
      ...more,
    });
    const pickup_slots = [
      slot(1000, { avaliable: true }),
      slot(2000, { avaliable: false }),
      slot(3000, { available: true }),
    ];
    const wire = wireTo([
      { data: { can_pickup: true, can_drop_off: null, pickup_slots } },
      { code: 105005 },
    ]);
    expect(await wire.session.readHandover("77")).toEqual({
      canPickUp: true,
      canDropOff: false,
      canCollectByVan: false,
      slots: [
        { from: 1_000_000, to: 4_600_000 },
        { from: 3_000_000, to: 6_600_000 },
      ],
    });
    await expect(wire.session.readHandover("77")).rejects.toMatchObject({
      code: "tiktok.scope_missing",
    });
  });

  it("sends the choice, and nothing at all without one", async () => {
    const wire = wireTo([{ data: null }]);
    const slot = { from: 1_000_000, to: 4_600_000 };
    await wire.session.handOver("77", { method: "pick_up", slot });
    await wire.session.handOver("77", { method: "pick_up" });
    await wire.session.handOver("77", { method: "drop_off" });
    await wire.session.handOver("77");
    expect(wire.sent.map(({ body }) => body)).toEqual([
      { handover_method: "PICKUP", pickup_slot: { start_time: 1000, end_time: 4600 } },
      { handover_method: "PICKUP" },
      { handover_method: "DROP_OFF" },
      undefined,
    ]);
    expect(wire.sent[3]?.text).toBe("");
  });

  it("is never repeated after an unclear answer", async () => {
    const wire = wireTo([{ lost: true }]);
    await expect(wire.session.handOver("77")).rejects.toMatchObject({
      facts: { maybeApplied: true },
    });
    expect(wire.sent).toHaveLength(1);
  });
});

describe("a shipping document", () => {
  it("is asked for by kind and size, and lives a day", async () => {
    const wire = wireTo([{ data: { doc_url: "https://d.example/1", tracking_number: "TT1" } }]);
    const read = wire.session.readShippingDocument("77", "label_and_packing_slip", "A5");
    expect(await read).toEqual({
      url: "https://d.example/1",
      expiresAt: NOW + 24 * 3_600_000,
      trackingNumber: "TT1",
    });
    expect(wire.sent[0]).toMatchObject({
      path: "/fulfillment/202309/packages/77/shipping_documents",
      query: { document_type: "SHIPPING_LABEL_AND_PACKING_SLIP", document_size: "A5" },
    });
  });

  it.each([
    [11034037, "retry", "tiktok.label_pending"],
    [21042104, "merchant", "tiktok.label_too_early"],
    [21042102, "merchant", "tiktok.label_too_late"],
    [21023059, "merchant", "tiktok.order_cancelled"],
    [11034002, "merchant", "tiktok.shipped_by_seller"],
    [21008043, "merchant", "tiktok.shipped_by_channel"],
    [21021010, "merchant", "tiktok.after_sale_open"],
  ])("refused with %i is a %s: %s", async (code, remedy, ours) => {
    await expect(
      wireTo([{ code }]).session.readShippingDocument("77", "label"),
    ).rejects.toMatchObject({ remedy, code: ours });
  });

  it("shares a number with the refusal of a parcel, which the call tells apart", async () => {
    await expect(wireTo([{ code: 21021010 }]).session.handOver("77")).rejects.toMatchObject({
      code: "tiktok.parcel_refused",
    });
  });
});
