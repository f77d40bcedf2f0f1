/** Products as they are in the store: their list, one of them, and pulling them. */
import * as z from "zod";
import type {
  DetailsPatch as DomainPatch,
  ListingDetails as DomainDetails,
} from "../domain/listings/listing-details";
import { CertificateProof, ChosenProof, UploadId } from "./certificates";
import {
  Count,
  Cursor,
  EpochMs,
  Id,
  Minor,
  Next,
  OfConnection,
  Reason,
  Search,
  StartedTask,
} from "./common";
import { CREATE_CHOICES, UPDATE_CHOICES, type WantedRules } from "../domain/listings/sync-rules";
import { defineRoutes } from "./route";
import { PAUSE_CAUSES } from "../domain/stock/listing-pause";
import { ProductLowStock } from "./low-stock";
import { ProductPriceRule } from "./price-rule";
import { ProductStockRule } from "./stock-rule";
import { choiceOf } from "./rule-choices";
import { DeletedVariant, ShownCorrection, VariantRow } from "./variants";

export const ProductTab = z.enum(["all", "synced", "not_synced", "sync_failed", "update_failed"]);
export type ProductTab = z.infer<typeof ProductTab>;

/** A code of a product's check, of what the channel or the store refused, or READY_AGAIN. */
const ReasonCode = z
  .string()
  .max(80)
  .regex(/^[a-z]\w*(\.\w+)+$/);

/** "none": sold out; "low": few are left (LOW_STOCK); "some": any. */
const StockChoice = z.enum(["none", "low", "some"]);

/** A page ticks at most what it shows; more goes by filter. */
const MAX_TICKED = 1000;

/** Rows by id, or every row of the present filter. */
export const Selection = z
  .union([
    z.object({ ids: z.array(Id).min(1).max(MAX_TICKED) }),
    z.object({
      filter: z.object({
        tab: ProductTab,
        search: Search.optional(),
        category: z.string().max(100).optional(),
        reason: ReasonCode.optional(),
        stock: StockChoice.optional(),
      }),
    }),
  ])
  .meta({ id: "Selection" });
export type Selection = z.infer<typeof Selection>;

/** A column, ascending; with "-" before it descending. Without one the last changed come first. */
const ProductSort = z.enum(["name", "-name", "price", "-price", "stock", "-stock", "updated"]);
export type ProductSort = z.infer<typeof ProductSort>;

export const ProductRow = z
  .object({
    id: z.string(),
    name: z.string(),
    imageUrl: z.string().nullable(),
    skus: z.array(z.string()),
    priceMinMinor: Minor,
    priceMaxMinor: Minor,
    currency: z.string(),
    stock: z.int(),
    sourceCategory: z.string().nullable(),
    channelCategory: z.string().nullable(),
    tags: z.array(z.string()).describe("What is missing: certificate, attribute, image..."),
    check: z
      .enum(["open", "outdated", "done"])
      .describe("open: never checked; outdated: something changed since, it is checked again."),
    hasChanges: z.boolean().describe("A push would change its listing, as checked last."),
    missing: z.array(Reason).describe("Why a push would refuse it now; empty while not checked."),
    syncState: ProductTab.exclude(["all"]),
    channelProductId: z.string().nullable(),
    channelProductUrl: z.string().nullable(),
    /** The state of the listing, in Weft's terms. */
    listingStatus: z.string().nullable(),
    /** The same in the channel's own terms. */
    rawStatus: z.string().nullable(),
    offSale: z
      .enum(PAUSE_CAUSES)
      .nullable()
      .describe("Who took its listing off sale; null: nobody, as far as is known."),
    reasons: z.array(Reason).describe("What the channel or the last push said of it."),
    isDeleted: z.boolean(),
    isActive: z.boolean(),
    isHidden: z.boolean().describe("The store shows it nowhere; it is listed all the same."),
    updatedAt: EpochMs,
  })
  .meta({ id: "Product" });
export type ProductRow = z.infer<typeof ProductRow>;

const BrandChoice = z.object({
  id: Id.optional().describe("The channel's; without one no listing carries the brand."),
  name: z.string().max(100),
});

export const AttributeValues = z
  .array(z.object({ id: Id.optional(), name: z.string().max(200).optional() }))
  .max(50);

const PartyIds = z.array(Id).max(20);
export const SizeChart = z.object({ uri: UploadId });
const Measure = z.int().nonnegative();
const PackageSize = z.object({
  weightGrams: Measure,
  lengthMm: Measure,
  widthMm: Measure,
  heightMm: Measure,
});

const MAX_KEYS = 100;
const isShort = (record: object) => Object.keys(record).length <= MAX_KEYS;

/** What a merchant adds to a product because the store has no place for it. */
export const ListingDetails = z
  .object({
    brand: BrandChoice.optional(),
    attributes: z.record(Id, AttributeValues).optional().describe("By attribute id."),
    sizeChart: SizeChart.optional().describe("The picture as its upload answered it."),
    package: PackageSize.partial().optional(),
    certificates: z.record(Id, CertificateProof).optional().describe("By certification id."),
    manufacturerIds: PartyIds.optional(),
    responsiblePersonIds: PartyIds.optional(),
  })
  .meta({ id: "ListingDetails" }) satisfies z.ZodType<DomainDetails>;
export type ListingDetails = z.infer<typeof ListingDetails>;

/** A change of them: a field that is absent stays, null takes it away. */
export const DetailsPatch = z
  .object({
    brand: BrandChoice.nullable().optional(),
    attributes: z
      .record(Id, AttributeValues.nullable())
      .refine(isShort, `at most ${MAX_KEYS} attributes`)
      .optional(),
    sizeChart: SizeChart.nullable().optional(),
    package: z
      .object({
        weightGrams: Measure.nullable(),
        lengthMm: Measure.nullable(),
        widthMm: Measure.nullable(),
        heightMm: Measure.nullable(),
      })
      .partial()
      .optional(),
    certificates: z
      .record(Id, ChosenProof.nullable())
      .refine(isShort, `at most ${MAX_KEYS} certificates`)
      .optional(),
    manufacturerIds: PartyIds.nullable().optional(),
    responsiblePersonIds: PartyIds.nullable().optional(),
  })
  .meta({ id: "DetailsPatch" }) satisfies z.ZodType<DomainPatch>;
export type DetailsPatch = z.infer<typeof DetailsPatch>;

/** No market takes a longer name. */
const ownTitle = z.string().trim().min(1).max(300).nullable();

/** Rules of one product; a field left out goes by the rule of all products. */
export const OwnRules = z
  .object({
    title: ownTitle.describe("Name on the channel, for rules that take it; null: none is kept."),
    create: choiceOf(CREATE_CHOICES).partial(),
    update: choiceOf(UPDATE_CHOICES).partial(),
  })
  .meta({ id: "OwnRules" }) satisfies z.ZodType<WantedRules>;
export type OwnRules = z.infer<typeof OwnRules>;

export const ProductRules = z.object({
  own: OwnRules,
  ofAll: z
    .object({ create: choiceOf(CREATE_CHOICES), update: choiceOf(UPDATE_CHOICES) })
    .describe("What holds where the product has no rule of its own."),
});

export const ProductDetail = ProductRow.extend({
  sourceProductUrl: z
    .string()
    .nullable()
    .describe("In the store's back office; null while its address is not set."),
  descriptionHtml: z.string(),
  images: z.array(z.string()),
  variants: z.array(VariantRow),
  deletedVariants: z.array(DeletedVariant),
  corrections: z
    .array(ShownCorrection)
    .describe("What the channel showed wrong and was set right, the newest first."),
  features: z.array(z.object({ name: z.string(), value: z.string() })),
  brand: z.string().nullable(),
  categoryOverride: z.object({ id: z.string(), path: z.string() }).nullable(),
  details: ListingDetails,
  sourceCategoryId: z.string().nullable(),
  isMapped: z.boolean().describe("Its listing is one that the seller made."),
  rules: ProductRules,
  lowStock: ProductLowStock,
  priceRule: ProductPriceRule,
  stockRule: ProductStockRule,
}).meta({ id: "ProductDetail" });
export type ProductDetail = z.infer<typeof ProductDetail>;

export const OfProduct = OfConnection.extend({ productId: Id.brand<"ProductId">() });

/** A task over the products of a selection, and how many there are. */
export const StartedOverProducts = StartedTask.extend({ count: Count }).meta({
  id: "StartedOverProducts",
});

export const OverSelection = z.object({ selection: Selection });

const Day = z.iso.date().describe("A day of the store's calendar, inclusive.");

export const catalogueRoutes = defineRoutes({
  "GET /api/connections/:id/products": {
    name: "listProducts",
    summary: "List the products of a tab, the last changed first unless `sort` says otherwise",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      tab: ProductTab.optional(),
      search: Search.optional(),
      category: z.string().max(100).optional(),
      reason: ReasonCode.optional(),
      stock: StockChoice.optional(),
      sort: ProductSort.optional(),
      cursor: Cursor.optional(),
    }),
    answer: z.object({
      rows: z.array(ProductRow),
      next: Next,
      counts: z.record(ProductTab, Count),
      // There are more: each count is the least that it can be.
      isMore: z.boolean(),
    }),
  },
  "GET /api/connections/:id/products/:productId": {
    name: "readProduct",
    summary: "Read a product with its variants and listing details",
    needs: "admin",
    params: OfProduct,
    answer: ProductDetail,
  },
  "POST /api/connections/:id/selection-count": {
    name: "countSelection",
    summary: "Count the products of a selection, and those that a push would refuse",
    needs: "admin",
    params: OfConnection,
    body: OverSelection,
    answer: z.object({
      count: Count,
      hidden: Count.describe("Of them, those that the store shows nowhere."),
      stopped: Count.describe("Of them, those that a push would refuse, as checked last."),
      unchecked: Count.describe("Of them, those that no check has seen yet."),
      reasons: z
        .array(z.object({ code: z.string(), count: Count }))
        .describe("Why; a product may have several."),
    }),
  },
  "POST /api/connections/:id/pull": {
    name: "pullProducts",
    summary: "Pull the products that changed in the store; sinceLastPull wins over the days",
    needs: "admin",
    params: OfConnection,
    body: z.object({
      from: Day.optional(),
      until: Day.optional(),
      sinceLastPull: z.boolean().optional(),
    }),
    answer: StartedTask,
  },
  "POST /api/connections/:id/repull": {
    name: "repullProducts",
    summary: "Pull products again and push them",
    needs: "admin",
    params: OfConnection,
    body: OverSelection,
    answer: StartedOverProducts,
  },
});
