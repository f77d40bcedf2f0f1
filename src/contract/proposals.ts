/** Values that a store's own words state, for attributes that nothing fills yet. */
import * as z from "zod";
import { PLACES } from "../domain/proposals/clauses";
import { AttributeValues, OfProduct } from "./catalogue";
import { Count, Cursor, Id, Next, OfConnection } from "./common";
import { defineRoutes } from "./route";

const MOST_PRODUCTS = 100;
const MOST_ATTRIBUTES = 100;

export const AttributeProposal = z
  .object({
    attributeId: z.string(),
    values: AttributeValues.describe("As the attribute takes them."),
    level: z
      .enum(["sure", "likely"])
      .describe("sure: the store states it; likely: it may be meant otherwise."),
    evidence: z
      .array(z.object({ place: z.enum(PLACES), text: z.string() }))
      .describe("Where the store says so."),
  })
  .meta({ id: "AttributeProposal" });
export type AttributeProposal = z.infer<typeof AttributeProposal>;

export const ProductProposals = z
  .object({
    productId: z.string(),
    name: z.string(),
    proposals: z.array(AttributeProposal),
  })
  .meta({ id: "ProductProposals" });
export type ProductProposals = z.infer<typeof ProductProposals>;

const OfCategory = OfConnection.extend({ categoryId: Id.brand<"ChannelCategoryId">() });

const Accepted = z.object({
  productId: Id,
  attributes: z
    .record(Id, AttributeValues.min(1))
    .refine((given) => Object.keys(given).length <= MOST_ATTRIBUTES, "at most 100 attributes"),
});

export const proposalRoutes = defineRoutes({
  "GET /api/connections/:id/channel-categories/:categoryId/proposals": {
    name: "listCategoryProposals",
    summary: "List what the store says of empty attributes, product by product of a category",
    needs: "admin",
    params: OfCategory,
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({
      products: z.array(ProductProposals).describe("Those with proposals."),
      read: Count.describe("How many products were read for it."),
      next: Next,
    }),
  },
  "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept": {
    name: "acceptProposals",
    summary: "Take values for attributes of products; those filled in meanwhile stay",
    needs: "admin",
    params: OfCategory,
    body: z.object({ products: z.array(Accepted).min(1).max(MOST_PRODUCTS) }),
    answer: z.object({ written: z.array(z.string()).describe("Ids of the products.") }),
  },
  "GET /api/connections/:id/products/:productId/proposals": {
    name: "listProductProposals",
    summary: "List what the store says of a product's empty attributes",
    needs: "admin",
    params: OfProduct,
    answer: z.object({ proposals: z.array(AttributeProposal) }),
  },
});
