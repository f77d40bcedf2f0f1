import { createModel } from "@preact/signals";
import type { DetailsPatch, OwnRules, ProductDetail } from "../../src/contract/catalogue";
import type { OwnPrice } from "../../src/contract/price-rule";
import type { OwnStockRule } from "../../src/contract/stock-rule";
import type { OwnLowStock } from "../../src/contract/low-stock";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";
import { startDeletion, startListingAction, type ListingAction } from "./products";

/** One product: what is known of it, and what a merchant changes for TikTok Shop. */
export const ProductModel = createModel((client: Client, id: string, productId: string) => {
  const params = { id, productId };
  const detail = createResource(() =>
    client.call("GET /api/connections/:id/products/:productId", { params }),
  );
  /** What the server answers to a change is the product from now on. */
  const keep = async (sent: Promise<Result<ProductDetail>>) => {
    const result = await sent;
    if (result.ok) detail.put(result.value);
    return result;
  };
  return {
    detail,
    /** What TikTok Shop asks for in the product's category. */
    requirements: () =>
      client.call("GET /api/connections/:id/products/:productId/requirements", { params }),
    /** @param categoryId null: as its store category says */
    chooseCategory: (categoryId: string | null) =>
      keep(
        client.call("PUT /api/connections/:id/products/:productId/category", {
          params,
          body: { categoryId },
        }),
      ),
    /** Changes the fields that `body` names and no other. */
    saveDetails: (body: DetailsPatch) =>
      keep(client.call("PATCH /api/connections/:id/products/:productId/details", { params, body })),
    saveRules: (body: OwnRules) =>
      keep(client.call("PUT /api/connections/:id/products/:productId/rules", { params, body })),
    saveLowStock: (body: OwnLowStock) =>
      keep(client.call("PUT /api/connections/:id/products/:productId/low-stock", { params, body })),
    saveStockRule: (own: OwnStockRule | null) =>
      keep(
        client.call("PUT /api/connections/:id/products/:productId/stock-rule", {
          params,
          body: { own },
        }),
      ),
    savePriceRule: (own: OwnPrice | null) =>
      keep(
        client.call("PUT /api/connections/:id/products/:productId/price-rule", {
          params,
          body: { own },
        }),
      ),
    /** Undoes a mapping; the listing stays. */
    unmap: () =>
      keep(
        client.call("POST /api/connections/:id/products/:productId/unmap", { params, body: {} }),
      ),
    start: (action: ListingAction) => startListingAction(client, id, action, { ids: [productId] }),
    deleteListing: (typed: string) => startDeletion(client, id, { ids: [productId] }, typed),
  };
});
