import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

const stock = (productId: string) => ({
  product_id: productId,
  skus: [
    {
      id: `${productId}-1`,
      seller_sku: "MUG",
      total_available_quantity: 7,
      total_committed_quantity: 2,
      warehouse_inventory: [
        { warehouse_id: "7", available_quantity: 3, committed_quantity: 2 },
        { warehouse_id: "8", available_quantity: 4, committed_quantity: null },
      ],
    },
  ],
});

const row = (id: string, status = "ACTIVATE") => ({
  id,
  title: `Mug ${id}`,
  status,
  skus: [
    { id: `${id}-1`, seller_sku: "MUG", price: { currency: "GBP", sale_price: "11.90" } },
    { id: `${id}-2`, seller_sku: "MUG-2", price: null },
  ],
});

describe("reading offers back", () => {
  it("by listing tells stock per warehouse, a hundred listings a request", async () => {
    const wire = wireTo([{ data: { inventory: [stock("17")] } }, { data: { inventory: null } }]);
    const ids = Array.from({ length: 130 }, (_, index) => String(index));
    expect(await wire.session.readOffers(ids)).toEqual({
      listings: [
        {
          channelProductId: "17",
          skus: [
            {
              channelSkuId: "17-1",
              sellerSku: "MUG",
              stock: [
                { warehouseId: "7", available: 3, committed: 2 },
                { warehouseId: "8", available: 4, committed: 0 },
              ],
            },
          ],
        },
      ],
    });
    expect(wire.sent.map(({ path }) => path)).toEqual([
      "/product/202309/inventory/search",
      "/product/202309/inventory/search",
    ]);
    expect(
      wire.sent.map(({ body }) => (body as { product_ids: string[] }).product_ids.length),
    ).toEqual([100, 30]);
  });

  it("of no listing asks nothing", async () => {
    const wire = wireTo([{ data: {} }]);
    expect(await wire.session.readOffers([])).toEqual({ listings: [] });
    expect(wire.sent).toHaveLength(0);
  });

  it("of the whole shop joins prices and stock, two requests a page", async () => {
    const wire = wireTo([
      {
        data: {
          products: [row("17"), row("18", "DELETED")],
          total_count: 3,
          next_page_token: "p2",
        },
      },
      { data: { inventory: [stock("17")] } },
      { data: { products: [], total_count: 3, next_page_token: "" } },
    ]);
    const first = await wire.session.readOffers({});
    expect(first.listings).toEqual([
      {
        channelProductId: "17",
        title: "Mug 17",
        status: "live",
        skus: [
          {
            channelSkuId: "17-1",
            sellerSku: "MUG",
            price: { minor: 1190, currency: "GBP" },
            stock: [
              { warehouseId: "7", available: 3, committed: 2 },
              { warehouseId: "8", available: 4, committed: 0 },
            ],
          },
          { channelSkuId: "17-2", sellerSku: "MUG-2", stock: [] },
        ],
      },
    ]);
    expect(wire.sent[1]?.body).toEqual({ product_ids: ["17"] });
    const { next: cursor = "" } = first;
    expect(await wire.session.readOffers({ cursor })).toEqual({ listings: [] });
    expect(wire.sent).toHaveLength(3);
    expect(wire.sent[2]?.query["page_token"]).toBe("p2");
    expect(wire.sent[2]?.body).toEqual(wire.sent[0]?.body);
  });

  it("of a shop with more rows than a search pages through goes by spans of time", async () => {
    const spans: [number, number][] = [];
    /** 30,000 listings created a second apart; answers as many of a span as there are. */
    const wire = wireTo(
      [{ data: {} }],
      {},
      {
        fetch: async (request) => {
          const body = (await request.json()) as { create_time_ge: number; create_time_le: number };
          const from = Math.max(body.create_time_ge, 1_700_000_000);
          const to = Math.min(body.create_time_le, 1_700_029_999);
          const count = Math.max(0, to - from + 1);
          if (count > 0 && count <= 10_000) spans.push([from, to]);
          const data = { products: [], total_count: count, next_page_token: "" };
          return Response.json({ code: 0, message: "Success", data, request_id: "r" });
        },
      },
    );
    let page = await wire.session.readOffers({});
    for (let left = 200; page.next !== undefined && left > 0; left -= 1)
      page = await wire.session.readOffers({ cursor: page.next });
    expect(page.next).toBeUndefined();
    expect(spans.reduce((sum, [from, to]) => sum + to - from + 1, 0)).toBe(30_000);
    for (const [index, [from]] of spans.entries())
      if (index > 0) expect(from).toBe((spans[index - 1]?.[1] ?? 0) + 1);
  });

  it("refuses a cursor that is none", async () => {
    await expect(
      wireTo([{ data: {} }]).session.readOffers({ cursor: "offset=100" }),
    ).rejects.toMatchObject({ remedy: "defect", code: "tiktok.invalid_parameter" });
  });
});
