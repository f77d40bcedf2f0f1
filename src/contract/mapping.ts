/** Listings that the seller made on the channel, and letting them stand for products of the store. */
import * as z from "zod";
import { MAPPING_CONFIDENCES, MATCHED_BY } from "../domain/listings/mapping-proposal";
import { OfProduct, ProductDetail, StartedOverProducts } from "./catalogue";
import {
  Count,
  Cursor,
  EpochMs,
  Id,
  Minor,
  Next,
  NoBody,
  OfConnection,
  Search,
  StartedTask,
} from "./common";
import { defineRoutes } from "./route";

/** Listings of one call; more are mapped as "all that is sure". */
const MOST_LISTINGS = 1_000;
/** A listing has at most so many SKUs. */
const MOST_PAIRS = 300;

const Pair = z.object({ channelSkuId: Id, variantId: Id });
const Ids = z.array(Id).min(1).max(MOST_LISTINGS);

export const UnmappedTab = z.enum([...MAPPING_CONFIDENCES, "hidden"]);
export type UnmappedTab = z.infer<typeof UnmappedTab>;

export const UnmappedListing = z
  .object({
    channelProductId: z.string(),
    channelProductUrl: z.string().nullable(),
    title: z.string(),
    status: z.string().describe("The state of the listing, in Weft's terms."),
    skus: z.array(
      z.object({
        channelSkuId: z.string(),
        sellerSku: z.string(),
        barcode: z.string().nullable(),
        priceMinor: Minor.nullable(),
        currency: z.string().nullable(),
        quantity: z.int().nullable(),
      }),
    ),
    confidence: z
      .enum(MAPPING_CONFIDENCES)
      .describe("sure: each SKU is one variant of one product; likely: look at it first."),
    matchedBy: z.enum(MATCHED_BY).nullable(),
    isHidden: z.boolean(),
    product: z
      .object({ id: z.string(), name: z.string(), imageUrl: z.string().nullable() })
      .nullable()
      .describe("What it seems to be; null: nothing in the store fits."),
    pairs: z.array(Pair).describe("The variant that each SKU stands for; others stand for none."),
  })
  .meta({ id: "UnmappedListing" });
export type UnmappedListing = z.infer<typeof UnmappedListing>;

const OfListing = OfConnection.extend({ channelProductId: Id.brand<"ChannelProductId">() });

export const mappingRoutes = defineRoutes({
  "POST /api/connections/:id/unmapped-listings/find": {
    name: "findListings",
    summary: "Look through all listings of the shop for those that no product stands for",
    needs: "admin",
    params: OfConnection,
    body: NoBody,
    answer: StartedTask,
  },
  "GET /api/connections/:id/unmapped-listings": {
    name: "listUnmappedListings",
    summary: "List the listings that no product stands for, as the last search found them",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      tab: UnmappedTab.optional(),
      search: Search.optional().describe("Id, SKU or a part of the title; of all tabs."),
      cursor: Cursor.optional(),
    }),
    answer: z.object({
      rows: z.array(UnmappedListing),
      next: Next,
      counts: z.record(UnmappedTab, Count),
      searchedAt: EpochMs.nullable().describe("When the last whole search ended; null: none has."),
    }),
  },
  "POST /api/connections/:id/unmapped-listings/read": {
    name: "readListing",
    summary: "Read one listing by its id at the channel, where no search has found it",
    needs: "admin",
    params: OfConnection,
    body: z.object({ channelProductId: z.string().regex(/^\d{6,30}$/) }),
    answer: UnmappedListing,
  },
  "PUT /api/connections/:id/unmapped-listings/:channelProductId": {
    name: "chooseProduct",
    summary: "Say which product a listing is, and which variant each of its SKUs",
    needs: "admin",
    params: OfListing,
    body: z.object({ productId: Id, pairs: z.array(Pair).min(1).max(MOST_PAIRS) }),
    answer: UnmappedListing,
  },
  "POST /api/connections/:id/unmapped-listings/hide": {
    name: "hideListings",
    summary: "Leave listings out of the list, or show them again",
    needs: "admin",
    params: OfConnection,
    body: z.object({ ids: Ids, isHidden: z.boolean() }),
    answer: z.object({ counts: z.record(UnmappedTab, Count) }),
  },
  "POST /api/connections/:id/unmapped-listings/map": {
    name: "mapListings",
    summary: "Let listings stand for their products: those named, or all that are sure",
    needs: "admin",
    params: OfConnection,
    body: z.object({
      ids: Ids.optional(),
      sendsStock: z.boolean().describe("Their stock follows the store from now on."),
      sendsPrice: z.boolean().describe("Their prices follow the store from now on."),
    }),
    answer: StartedOverProducts,
  },
  "POST /api/connections/:id/products/:productId/unmap": {
    name: "unmapProduct",
    summary: "Undo a mapping; the listing stays on the channel as it is",
    needs: "admin",
    params: OfProduct,
    body: NoBody,
    answer: ProductDetail,
  },
});
