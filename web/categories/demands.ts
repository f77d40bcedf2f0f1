import { createModel } from "@preact/signals";
import type { DetailsPatch } from "../../src/contract/catalogue";
import type { CategoryDemands, MappingSource } from "../../src/contract/demands";
import type { OwnStockRule } from "../../src/contract/stock-rule";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";

const STOCK_RULE_SAVED = "PUT /api/connections/:id/channel-categories/:categoryId/stock-rule";

/** What TikTok Shop asks of the products of a category, and what is set for all of them. */
export const DemandsModel = createModel((client: Client, id: string, categoryId: string) => {
  const params = { id, categoryId };
  const demands = createResource(() =>
    client.call("GET /api/connections/:id/channel-categories/:categoryId/demands", { params }),
  );
  const stockRule = createResource(() =>
    client.call("GET /api/connections/:id/channel-categories/:categoryId/stock-rule", { params }),
  );
  /** What the server answers to a change is what holds from now on. */
  const keep = async (sent: Promise<Result<CategoryDemands>>) => {
    const result = await sent;
    if (result.ok) demands.put(result.value);
    return result;
  };
  return {
    demands,
    save: (body: DetailsPatch) =>
      keep(
        client.call("PATCH /api/connections/:id/channel-categories/:categoryId/details", {
          params,
          body,
        }),
      ),
    stockRule,
    saveStockRule: async (own: OwnStockRule | null) => {
      const result = await client.call(STOCK_RULE_SAVED, { params, body: { own } });
      if (result.ok) stockRule.put(result.value);
      return result;
    },
    /** Names of features and options that products of the category have in the store. */
    sources: () =>
      client.call("GET /api/connections/:id/channel-categories/:categoryId/mapping-sources", {
        params,
      }),
    preview: (field: string, source: MappingSource) =>
      client.call("POST /api/connections/:id/channel-categories/:categoryId/field-preview", {
        params,
        body: { field, source },
      }),
    /** @param source null: the field is read from nowhere */
    map: (field: string, source: MappingSource | null) =>
      keep(
        client.call("PUT /api/connections/:id/channel-categories/:categoryId/field-mapping", {
          params,
          body: { field, source },
        }),
      ),
  };
});
