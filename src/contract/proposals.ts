/**
 * What a store says of products in its own words, and the values that a person took of it. What is proposed is worked out
 * by whoever asks: see `src/domain/proposals`.
 */
import * as z from "zod";
import { PLACES } from "../domain/proposals/store-lines";
import { AttributeValues, OfProduct } from "./catalogue";
import { Cursor, Id, Next, OfConnection } from "./common";
import { defineRoutes } from "./route";

const MOST_PRODUCTS = 100;
const MOST_ATTRIBUTES = 100;

const StoreTexts = z.object({
  lines: z
    .array(z.object({ place: z.enum(PLACES), label: z.string().optional(), text: z.string() }))
    .describe("What the store says, without markup; empty where no attribute is open."),
  open: z
    .array(z.string())
    .describe("Ids of attributes that nothing fills and that are no matter of safety."),
});
export type StoreTexts = z.infer<typeof StoreTexts>;

export const ProductTexts = StoreTexts.extend({ productId: z.string(), name: z.string() }).meta({
  id: "ProductTexts",
});
export type ProductTexts = z.infer<typeof ProductTexts>;

const OfCategory = OfConnection.extend({ categoryId: Id.brand<"ChannelCategoryId">() });

const Accepted = z.object({
  productId: Id,
  attributes: z
    .record(Id, AttributeValues.min(1))
    .refine((given) => Object.keys(given).length <= MOST_ATTRIBUTES, "at most 100 attributes"),
});

export const proposalRoutes = defineRoutes({
  "GET /api/connections/:id/channel-categories/:categoryId/store-texts": {
    name: "listStoreTexts",
    summary: "List what the store says of a category's products, with their empty attributes",
    needs: "admin",
    params: OfCategory,
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({ products: z.array(ProductTexts), next: Next }),
  },
  "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept": {
    name: "acceptProposals",
    summary: "Take values for attributes of products; those filled in meanwhile stay",
    needs: "admin",
    params: OfCategory,
    body: z.object({ products: z.array(Accepted).min(1).max(MOST_PRODUCTS) }),
    answer: z.object({ written: z.array(z.string()).describe("Ids of the products.") }),
  },
  "GET /api/connections/:id/products/:productId/store-texts": {
    name: "readStoreTexts",
    summary: "Read what the store says of a product, with its empty attributes",
    needs: "admin",
    params: OfProduct,
    answer: StoreTexts,
  },
});
