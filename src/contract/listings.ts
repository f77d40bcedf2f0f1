/** Products as they are published: what a listing needs, and sending it. */
import * as z from "zod";
import { FIELD_ORIGINS } from "../domain/listings/resolve-fields";
import {
  DetailsPatch,
  OfProduct,
  OverSelection,
  OwnRules,
  ProductDetail,
  StartedOverProducts,
} from "./catalogue";
import { Id, OfConnection, Reason } from "./common";
import { defineRoutes } from "./route";

/** A picture of 5 MB as base64; the limit of the whole body refuses a longer one before it is read. */
const MAX_PICTURE_CHARACTERS = 7 * 1024 * 1024;

const Named = z.object({ id: z.string(), name: z.string() });

export const ProductRequirements = z
  .object({
    categoryId: z.string().nullable(),
    categoryPath: z.string().nullable(),
    attributes: z.array(
      Named.extend({
        isRequired: z.boolean(),
        isMultiple: z.boolean(),
        isCustomizable: z.boolean(),
        values: z.array(Named),
        origin: z.enum(FIELD_ORIGINS).nullable().describe("Which level fills it; null: none."),
      }),
    ),
    certifications: z.array(Named.extend({ isRequired: z.boolean() })),
    sizeChart: z.enum(["none", "optional", "required"]),
    missing: z.array(Reason),
  })
  .meta({ id: "ProductRequirements" });
export type ProductRequirements = z.infer<typeof ProductRequirements>;

/** The same, optionally as a list first. */
const ConfirmableSelection = OverSelection.extend({
  waitsForConfirmation: z
    .boolean()
    .optional()
    .describe("True: the task lists what it would do, and runs once it is confirmed."),
});

export const listingRoutes = defineRoutes({
  "PUT /api/connections/:id/products/:productId/category": {
    name: "overrideCategory",
    summary: "Give one product a category of its own; null takes it away",
    needs: "admin",
    params: OfProduct,
    body: z.object({ categoryId: Id.nullable() }),
    answer: ProductDetail,
  },
  "GET /api/connections/:id/products/:productId/requirements": {
    name: "readRequirements",
    summary: "Read what the channel asks of a product in its category, and what is missing",
    needs: "admin",
    params: OfProduct,
    answer: ProductRequirements,
  },
  "PATCH /api/connections/:id/products/:productId/details": {
    name: "saveListingDetails",
    summary: "Change what the store has no place for, such as brand or attributes, field by field",
    needs: "admin",
    params: OfProduct,
    body: DetailsPatch,
    answer: ProductDetail,
  },
  "PUT /api/connections/:id/products/:productId/rules": {
    name: "saveProductRules",
    summary: "Set who decides what the fields of a product's listing say",
    needs: "admin",
    params: OfProduct,
    body: OwnRules,
    answer: ProductDetail,
  },
  "PUT /api/connections/:id/products/:productId/size-chart": {
    name: "uploadSizeChart",
    summary: "Upload a PNG or JPEG of at most 5 MB, its shorter side at least 1024 pixels",
    needs: "admin",
    params: OfProduct,
    body: z.object({
      fileName: z.string().max(200),
      base64: z.string().max(MAX_PICTURE_CHARACTERS),
    }),
    answer: ProductDetail,
  },
  "POST /api/connections/:id/push": {
    name: "pushProducts",
    summary: "Push products to the channel",
    needs: "admin",
    params: OfConnection,
    body: ConfirmableSelection,
    answer: StartedOverProducts,
  },
  "POST /api/connections/:id/update": {
    name: "updateOffers",
    summary: "Send stock or prices as the store has them now, even where nothing seems changed",
    needs: "admin",
    params: OfConnection,
    body: OverSelection.extend({ what: z.enum(["stock", "price"]) }),
    answer: StartedOverProducts,
  },
  "POST /api/connections/:id/listing-state": {
    name: "changeListingState",
    summary: "Activate, deactivate or delete listings; a deleted one is made anew by a push only",
    needs: "admin",
    params: OfConnection,
    body: ConfirmableSelection.extend({ action: z.enum(["activate", "deactivate", "delete"]) }),
    answer: StartedOverProducts,
  },
  "POST /api/connections/:id/refresh-listings": {
    name: "refreshListings",
    summary: "Read the state of listings from the channel",
    needs: "admin",
    params: OfConnection,
    body: OverSelection,
    answer: StartedOverProducts,
  },
});
