import { describe, expect, it } from "vitest";
import { toChannelOrder } from "../../../src/platforms/tiktok-shop/to-channel-order";
import { NOW, wireTo } from "./wire";

const line = (id: string, more: object = {}) => ({
  id,
  product_id: "1729382561353664373",
  sku_id: "1729592969712207013",
  seller_sku: "MUG-1",
  product_name: "Mug",
  sku_name: "Blue",
  sku_image: "https://img.example/1.jpg",
  display_status: "AWAITING_SHIPMENT",
  original_price: "12.50",
  sale_price: "10.29",
  seller_discount: "1.21",
  platform_discount: "1",
  item_tax: [{ tax_type: "SALES_TAX", tax_amount: "0.83", tax_rate: "0.08" }],
  currency: "GBP",
  is_gift: false,
  ...more,
});

const order = (more: object = {}) => ({
  id: "576653688135258178",
  status: "AWAITING_SHIPMENT",
  create_time: 1_760_000_000,
  update_time: 1_760_000_600,
  paid_time: 1_760_000_300,
  rts_sla_time: 1_760_172_800,
  payment: {
    currency: "GBP",
    sub_total: "20.58",
    shipping_fee: "2.99",
    original_shipping_fee: "4.99",
    shipping_fee_seller_discount: "1.00",
    shipping_fee_platform_discount: "0.60",
    shipping_fee_cofunded_discount: "0.40",
    seller_discount: "2.42",
    platform_discount: "2.00",
    tax: "0",
    small_order_fee: "0.50",
    handling_fee: "",
    total_amount: "24.07",
  },
  line_items: [line("1"), line("2", { display_status: "CANCELLED", package_id: "88" })],
  recipient_address: {
    name: "Ada Lovelace",
    first_name: "Ada",
    last_name: "Lovelace",
    phone_number: "(+44)7700900123",
    region_code: "GB",
    postal_code: "N1 9GU",
    post_town: "London",
    address_line1: "12 Analytical Road",
    address_line2: "Flat 3",
    address_line3: "",
    district_info: [{ address_level: "L1", address_level_name: "Nation", address_name: "England" }],
  },
  user_id: "7021",
  buyer_email: "x@scs.tiktokw.us",
  buyer_message: "ring twice",
  fulfillment_type: "FULFILLMENT_BY_SELLER",
  shipping_type: "SELLER",
  delivery_option_id: "7091146663229654785",
  delivery_option_name: "Standard",
  packages: [{ id: "88" }],
  is_buyer_request_cancel: true,
  a_field_of_next_year: { anything: true },
  ...more,
});

describe("toChannelOrder", () => {
  it("says when all was handed over, and not while a part waits", () => {
    const rts_time = 1_760_100_000;
    const sent = toChannelOrder(order({ status: "IN_TRANSIT", rts_time }));
    expect(sent.shippedAt).toBe(1_760_100_000_000);
    for (const status of ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING"])
      expect(toChannelOrder(order({ status, rts_time }))).not.toHaveProperty("shippedAt");
    expect(toChannelOrder(order({ status: "DELIVERED" }))).not.toHaveProperty("shippedAt");
  });

  it("gives an order in our shape: one row per unit, cents, milliseconds", () => {
    const read = toChannelOrder(order());
    expect(read).toMatchObject({
      id: "576653688135258178",
      state: "awaiting_shipment",
      createdAt: 1_760_000_000_000,
      updatedAt: 1_760_000_600_000,
      paidAt: 1_760_000_300_000,
      shipBy: 1_760_172_800_000,
      currency: "GBP",
      fulfilment: "seller",
      shippingBy: "seller",
      packageIds: ["88"],
      hasCancelRequest: true,
      buyer: { id: "7021", nickname: "", email: "x@scs.tiktokw.us", message: "ring twice" },
    });
    expect(read.lines).toHaveLength(2);
    expect(read.lines[0]).toEqual({
      id: "1",
      channelProductId: "1729382561353664373",
      channelSkuId: "1729592969712207013",
      sellerSku: "MUG-1",
      name: "Mug",
      variantName: "Blue",
      imageUrl: "https://img.example/1.jpg",
      originalPriceMinor: 1250,
      salePriceMinor: 1029,
      sellerDiscountMinor: 121,
      platformDiscountMinor: 100,
      taxMinor: 83,
      isGift: false,
      isCancelled: false,
    });
    expect(read.lines[1]).toMatchObject({ isCancelled: true, packageId: "88" });
  });

  it("splits the money so that it adds up to what the buyer paid", () => {
    const { money } = toChannelOrder(order());
    expect(money).toEqual({
      subtotalMinor: 2058,
      shippingMinor: 299,
      shippingOriginalMinor: 499,
      sellerDiscountMinor: 242,
      platformDiscountMinor: 200,
      shippingSellerDiscountMinor: 100,
      shippingPlatformDiscountMinor: 60,
      shippingCofundedDiscountMinor: 40,
      paymentDiscountMinor: 0,
      taxMinor: 0,
      otherFeesMinor: 50,
      totalMinor: 2407,
    });
    const { subtotalMinor, shippingMinor, otherFeesMinor, totalMinor } = money;
    expect(subtotalMinor + shippingMinor + otherFeesMinor).toBe(totalMinor);
  });

  it("counts yen as whole", () => {
    const raw = order({
      payment: { currency: "JPY", sub_total: "2058", total_amount: "2058" },
      line_items: [line("1", { sale_price: "2058", currency: "JPY" })],
    });
    expect(toChannelOrder(raw).money.totalMinor).toBe(2058);
  });

  it.each([
    ["UNPAID", "unpaid"],
    ["ON_HOLD", "on_hold"],
    ["PARTIALLY_SHIPPING", "partially_shipped"],
    ["AWAITING_COLLECTION", "awaiting_collection"],
    ["IN_TRANSIT", "in_transit"],
    ["DELIVERED", "delivered"],
    ["COMPLETED", "completed"],
    ["CANCELLED", "cancelled"],
  ])("knows the state %s", (status, state) =>
    expect(toChannelOrder(order({ status })).state).toBe(state),
  );

  it("reads who cancelled and why", () => {
    const by = (cancellation_initiator: string) =>
      toChannelOrder(order({ status: "CANCELLED", cancellation_initiator, cancel_reason: "why" }));
    expect(by("BUYER")).toMatchObject({ cancelledBy: "buyer", cancelReason: "why" });
    expect(by("SYSTEM").cancelledBy).toBe("system");
    expect("cancelledBy" in by("")).toBe(false);
  });

  it("tells goods that the seller lacked from all other causes", () => {
    const lacked = (cancellation_initiator: string, cancel_reason: string, status = "CANCELLED") =>
      toChannelOrder(order({ status, cancellation_initiator, cancel_reason })).isOversold === true;
    const reasons = [
      "seller_cancel_reason_out_of_stock_uk",
      "seller_cancel_unpaid_reason_out_of_stock",
    ];
    for (const reason of [...reasons, "Out of stock"]) {
      expect(lacked("SELLER", reason)).toBe(true);
      expect(lacked("SYSTEM", reason)).toBe(true);
      expect(lacked("BUYER", reason)).toBe(false);
      expect(lacked("SELLER", reason, "COMPLETED")).toBe(false);
    }
    expect(lacked("SELLER", "seller_cancel_reason_wrong_price")).toBe(false);
    expect(lacked("SYSTEM", "")).toBe(false);
  });

  it("bears a hidden, a masked and a missing address", () => {
    expect("address" in toChannelOrder(order({ recipient_address: undefined }))).toBe(false);
    expect("address" in toChannelOrder(order({ recipient_address: null }))).toBe(false);
    const hidden = { name: "", phone_number: "", region_code: "GB", address_line1: null };
    expect("address" in toChannelOrder(order({ recipient_address: hidden }))).toBe(false);
    const masked = {
      name: "A** L***",
      region_code: "GB",
      phone_number: "(+44)77****",
      postal_code: "***",
    };
    expect(toChannelOrder(order({ recipient_address: masked })).address).toMatchObject({
      name: "A** L***",
      country: "GB",
      postcode: "***",
      city: "",
      line1: "",
    });
  });

  it("reads a British address", () =>
    expect(toChannelOrder(order()).address).toEqual({
      name: "Ada Lovelace",
      firstName: "Ada",
      lastName: "Lovelace",
      phone: "(+44)7700900123",
      country: "GB",
      state: "",
      city: "London",
      postcode: "N1 9GU",
      line1: "12 Analytical Road",
      line2: "Flat 3",
    }));

  it("reads where the parcel may be left, and nothing where the buyer said none", () => {
    const { recipient_address: given } = order();
    const shownWith = (drop_off_location: string | null) =>
      toChannelOrder(
        order({ recipient_address: { ...given, delivery_preferences: { drop_off_location } } }),
      ).address;
    expect(shownWith(" Behind the shed ")?.dropOff).toBe("Behind the shed");
    expect(shownWith(null)).not.toHaveProperty("dropOff");
    expect(shownWith("")).not.toHaveProperty("dropOff");
  });

  it("reads an American address: the state by its code, the city and not the county", () => {
    const recipient_address = {
      name: "Grace Hopper",
      first_name: "Grace Hopper",
      region_code: "US",
      postal_code: "90012",
      address_line1: "1 Main St",
      district_info: [
        { address_level: "L0", address_level_name: "Country", address_name: "United States" },
        {
          address_level: "L1",
          address_level_name: "State",
          address_name: "California",
          iso_code: "US-CA",
        },
        { address_level: "L2", address_level_name: "County", address_name: "Los Angeles County" },
        { address_level: "L3", address_level_name: "City", address_name: "Los Angeles" },
      ],
    };
    expect(toChannelOrder(order({ recipient_address })).address).toMatchObject({
      firstName: "Grace",
      lastName: "Hopper",
      state: "CA",
      city: "Los Angeles",
    });
  });

  it.each([
    ["no lines", { line_items: [] }],
    ["a state nobody knows", { status: "TELEPORTED" }],
    ["an amount that is none", { payment: { currency: "GBP", total_amount: "ten" } }],
    ["no id", { id: "" }],
  ])("refuses an order with %s as a defect", (_, more) =>
    expect(() => toChannelOrder(order(more))).toThrow(
      expect.objectContaining({ remedy: "defect", code: "tiktok.unexpected_shape" }),
    ),
  );
});

describe("a field of an order that the platform leaves out", () => {
  it.each([
    [{ fulfillment_type: undefined }, { fulfilment: "seller" }],
    [{ fulfillment_type: "FULFILLMENT_BY_TIKTOK" }, { fulfilment: "channel" }],
    [{ fulfillment_type: "FULFILLMENT_BY_DILAYANI_TOKOPEDIA" }, { fulfilment: "channel" }],
    [{ shipping_type: undefined }, { shippingBy: "seller" }],
    [{ shipping_type: "TIKTOK" }, { shippingBy: "channel" }],
    [{ shipping_type: "TIKTOK_DIGITAL" }, { shippingBy: "channel" }],
  ])("is read with care: %j", (given, expected) =>
    expect(toChannelOrder(order(given))).toMatchObject(expected),
  );
});

describe("orders", () => {
  it("without an id do not hide their neighbours", async () => {
    const nameless = { ...order(), id: undefined };
    const wire = wireTo([{ data: { orders: [nameless, order({ id: "2" }), null] } }]);
    const page = await wire.session.pollOrders(NOW);
    expect(page.orders.map(({ id }) => id)).toEqual(["2"]);
  });

  it("that are all without an id are in a form nobody knows", async () => {
    const wire = wireTo([{ data: { orders: [{ number: 1 }, { number: 2 }] } }]);
    await expect(wire.session.pollOrders(NOW)).rejects.toMatchObject({
      code: "tiktok.unexpected_shape",
    });
  });

  it("that nobody can read are left out beside others and a defect alone", async () => {
    const strange = order({ id: "9", status: "SOMETHING_NEW" });
    const wire = wireTo([
      { data: { orders: [strange, order({ id: "2" })] } },
      { data: { orders: [strange] } },
    ]);
    expect((await wire.session.readOrders(["9", "2"])).map(({ id }) => id)).toEqual(["2"]);
    await expect(wire.session.readOrders(["9"])).rejects.toMatchObject({ remedy: "defect" });
  });

  it("that nobody can read are named and do not hide their neighbours", async () => {
    const strange = order({ id: "9", status: "SOMETHING_NEW" });
    const wire = wireTo([{ data: { orders: [strange, order({ id: "2" })] } }]);
    const page = await wire.session.pollOrders(NOW);
    expect(page.orders.map(({ id }) => id)).toEqual(["2"]);
    expect(page.unreadable).toEqual(["9"]);
  });

  it("are listed by the time they were placed, in seconds", async () => {
    const wire = wireTo([{ data: { orders: [order()], next_page_token: "cD0x" } }]);
    const page = await wire.session.listOrders({ from: NOW, until: NOW + 60_000 });
    expect([page.orders.length, page.next]).toEqual([1, "cD0x"]);
    expect(wire.sent[0]?.query).toMatchObject({ sort_field: "create_time", sort_order: "DESC" });
    const body = { create_time_ge: NOW / 1000, create_time_lt: NOW / 1000 + 60 };
    expect(wire.sent[0]?.body).toEqual(body);
  });

  it("are polled oldest change first, in seconds, page by page", async () => {
    const wire = wireTo([
      { data: { orders: [order()], next_page_token: "cD0x", total_count: 2 } },
      { data: { orders: [order({ id: "2" })], next_page_token: "" } },
    ]);
    const first = await wire.session.pollOrders(NOW + 999);
    expect(first.orders.map(({ id }) => id)).toEqual(["576653688135258178"]);
    expect(first.next).toBe("cD0x");
    const second = await wire.session.pollOrders(NOW + 999, first.next);
    expect("next" in second).toBe(false);
    expect(wire.sent[0]?.query).toMatchObject({
      sort_field: "update_time",
      sort_order: "ASC",
      page_size: "100",
    });
    expect(wire.sent[1]?.query["page_token"]).toBe("cD0x");
    expect(wire.sent.map(({ body }) => body)).toEqual([
      { update_time_ge: NOW / 1000 },
      { update_time_ge: NOW / 1000 },
    ]);
  });

  it("are read at most fifty at a time", async () => {
    const wire = wireTo([{ data: { orders: [] } }]);
    await wire.session.readOrders(Array.from({ length: 120 }, (_, index) => String(index)));
    expect(wire.sent.map(({ query }) => query["ids"]?.split(",").length)).toEqual([50, 50, 20]);
  });

  it("of another seller are absent and do not hide their neighbours", async () => {
    const wire = wireTo([
      { code: 21008111 },
      { data: { orders: [order({ id: "1" })] } },
      { code: 21008111 },
    ]);
    expect((await wire.session.readOrders(["1", "2"])).map(({ id }) => id)).toEqual(["1"]);
  });
});
