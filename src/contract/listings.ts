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
import { Demands, SentPicture } from "./demands";
import { OwnLowStock } from "./low-stock";
import { OwnPrice, PricePreview, PriceRule } from "./price-rule";
import { OwnStockRule } from "./stock-rule";
import { defineRoutes } from "./route";

const Value = z.object({ id: z.string().optional(), name: z.string() });
const Level = z.object({ origin: z.enum(FIELD_ORIGINS), values: z.array(Value) });

export const ProductRequirements = Demands.extend({
  categoryId: z.string().nullable(),
  categoryPath: z.string().nullable(),
  fields: z
    .array(
      Level.extend({
        field: z
          .string()
          .describe("brand, attribute:<id>, certificate:<id>, sizeChart, packageWeight..."),
        inherited: Level.nullable().describe("What it would be without the product's own."),
      }),
    )
    .describe("Every field that some level fills."),
  missing: z.array(Reason),
}).meta({ id: "ProductRequirements" });
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
  "GET /api/connections/:id/products/:productId/differences": {
    name: "compareListing",
    summary: "Say what a push would change of a listing, and what was changed on the channel",
    needs: "admin",
    params: OfProduct,
    answer: z
      .object({
        pending: z.array(z.string()).describe("Fields that the next push would change."),
        edited: z.array(z.string()).describe("Fields that the channel shows otherwise than sent."),
      })
      .meta({ id: "ListingDifferences" }),
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
  "PUT /api/connections/:id/products/:productId/low-stock": {
    name: "saveProductLowStock",
    summary: "Give one product a threshold of its own, or none at all",
    needs: "admin",
    params: OfProduct,
    body: OwnLowStock,
    answer: ProductDetail,
  },
  "PUT /api/connections/:id/products/:productId/stock-rule": {
    name: "saveProductStockRule",
    summary: "Set how much of one product goes on sale; null: as its category and all products",
    needs: "admin",
    params: OfProduct,
    body: z.object({ own: OwnStockRule.nullable() }),
    answer: ProductDetail,
  },
  "PUT /api/connections/:id/products/:productId/price-rule": {
    name: "saveProductPriceRule",
    summary:
      "Give one product a price rule of its own, or the store's price; null: as all products",
    needs: "admin",
    params: OfProduct,
    body: z.object({ own: OwnPrice.nullable() }),
    answer: ProductDetail,
  },
  "POST /api/connections/:id/price-preview": {
    name: "previewPrices",
    summary: "Say which prices of listed products a rule would change; nothing is saved or sent",
    needs: "admin",
    params: OfConnection,
    body: z.object({ priceRule: PriceRule.nullable() }),
    answer: PricePreview,
  },
  "PUT /api/connections/:id/products/:productId/size-chart": {
    name: "uploadSizeChart",
    summary: "Upload a PNG or JPEG of at most 5 MB, its shorter side at least 1024 pixels",
    needs: "admin",
    params: OfProduct,
    body: SentPicture,
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
    body: ConfirmableSelection.extend({
      action: z.enum(["activate", "deactivate", "delete"]),
      confirmName: z
        .string()
        .max(400)
        .optional()
        .describe(
          "Of a deletion: the name of the one product that is chosen by its id, else the connection's.",
        ),
    }),
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
