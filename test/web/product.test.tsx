import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ProductDetail } from "../../src/http/api";
import {
  ConnectionContext,
  ConnectionModel,
  type OpenConnection,
} from "../../web/models/connection";
import Product from "../../web/pages/product";
import { button, draw, fakeServer, text, until } from "./render";

const product: ProductDetail = {
  id: "7",
  name: "Blue mug",
  imageUrl: null,
  skus: ["mug-blue"],
  priceMinMinor: 990,
  priceMaxMinor: 990,
  currency: "GBP",
  stock: 4,
  sourceCategory: "Home > Mugs",
  channelCategory: "Kitchen > Mugs",
  tags: [],
  syncState: "not_synced",
  channelProductId: null,
  channelProductUrl: null,
  listingStatus: null,
  rawStatus: null,
  reasons: [],
  isDeleted: false,
  isActive: true,
  updatedAt: 0,
  descriptionHtml: "",
  images: [],
  variants: [],
  features: [],
  brand: null,
  categoryOverride: { id: "601", path: "Kitchen > Mugs" },
  details: {},
  sourceCategoryId: "3",
};

beforeEach(() => {
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("a product", () => {
  it("says why its own category could not be taken away", async () => {
    const refusal = { code: "tiktok.unavailable", facts: {} };
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": product,
      "PUT /api/connections/:id/products/:productId/category": { status: 503, error: refusal },
    });
    let open: OpenConnection | undefined;
    const Page = () => {
      if (!open) {
        const offline = { code: "network.offline", facts: {} };
        const model = new ConnectionModel(
          {
            call: async () => ({ ok: false, status: 0, error: offline }),
            post: async () => ({ ok: true, value: null }),
          },
          "c",
        );
        open = { id: "c", base: "/connections/c", model, detail: model.detail };
      }
      return (
        <ConnectionContext.Provider value={open}>
          <Product params={{ productId: "7" }} />
        </ConnectionContext.Provider>
      );
    };
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Use the category's choice"));
    button("Use the category's choice").click();
    await until(() => document.querySelector("[role=alert]") !== null);
    expect(text()).toContain("TikTok Shop has trouble of its own.");
  });
});
