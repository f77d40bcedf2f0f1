import * as z from "zod";
import {
  Count,
  Cursor,
  EpochMs,
  Id,
  Next,
  NoBody,
  OfConnection,
  Search,
  StartedTask,
} from "./common";
import { defineRoutes } from "./route";

export const CategoryRow = z
  .object({
    sourceCategoryId: z.string(),
    path: z.string(),
    productCount: Count,
    mapping: z
      .object({
        state: z.enum(["suggested", "accepted"]),
        categoryId: z.string(),
        path: z.string(),
        confidence: z.number(),
      })
      .nullable(),
  })
  .meta({ id: "Category" });
export type CategoryRow = z.infer<typeof CategoryRow>;

export const ChannelCategoryRow = z
  .object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    isLeaf: z.boolean(),
    permission: z.string(),
  })
  .meta({ id: "ChannelCategory" });
export type ChannelCategoryRow = z.infer<typeof ChannelCategoryRow>;

export const BrandRow = z
  .object({ id: z.string(), name: z.string(), isAuthorized: z.boolean() })
  .meta({ id: "Brand" });
export type BrandRow = z.infer<typeof BrandRow>;

export const categoryRoutes = defineRoutes({
  "GET /api/connections/:id/categories": {
    name: "listCategories",
    summary: "List the store's categories and where each is sold",
    needs: "admin",
    params: OfConnection,
    answer: z.object({ rows: z.array(CategoryRow), treeReadAt: EpochMs.nullable() }),
  },
  "POST /api/connections/:id/categories/suggest": {
    name: "suggestCategories",
    summary: "Suggest a category of the channel for each category without one",
    needs: "admin",
    params: OfConnection,
    body: NoBody,
    answer: StartedTask,
  },
  "POST /api/connections/:id/categories/accept": {
    name: "acceptCategories",
    summary: "Accept suggestions: those named, or all open ones where none is",
    needs: "admin",
    params: OfConnection,
    body: z.object({ ids: z.array(Id).max(5000).optional() }),
    answer: z.object({ accepted: Count }),
  },
  "PUT /api/connections/:id/categories/:sourceCategoryId": {
    name: "mapCategory",
    summary: "Map a category of the store to one of the channel; null takes the mapping away",
    needs: "admin",
    params: OfConnection.extend({ sourceCategoryId: Id.brand<"SourceCategoryId">() }),
    body: z.object({ categoryId: Id.nullable() }),
    answer: CategoryRow,
  },
  "GET /api/connections/:id/channel-categories": {
    name: "browseChannelCategories",
    summary: "List the channel's categories under a parent, or the leaves a search finds",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      parent: z.string().max(100).optional().describe("Its children are listed; 0: departments."),
      search: Search.optional(),
    }),
    answer: z.object({ rows: z.array(ChannelCategoryRow) }),
  },
  "GET /api/connections/:id/brands": {
    name: "findBrands",
    summary: "List the channel's brands whose name holds a text, page by page",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      search: z.string().max(100),
      category: Id.optional(),
      cursor: Cursor.optional(),
    }),
    answer: z.object({ rows: z.array(BrandRow), next: Next }),
  },
});
