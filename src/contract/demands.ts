/** What a category of the channel asks of a listing, and what a merchant sets for all its products. */
import * as z from "zod";
import type { MappingSource as DomainSource } from "../domain/listings/field-mapping";
import { RULE_MOVES, RULE_SUBJECTS } from "../domain/listings/rule-change";
import { DetailsPatch, ListingDetails, SizeChart } from "./catalogue";
import { CertificateFile } from "./certificates";
import { Count, EpochMs, Id, OfConnection } from "./common";
import { defineRoutes } from "./route";
import { CategoryStockRule, OwnStockRule } from "./stock-rule";

/** A file of 10 MB as base64; the limit of the whole body refuses a longer one before it is read. */
const MAX_FILE_CHARACTERS = 14 * 1024 * 1024;
/** A picture of 5 MB as base64. */
const MAX_PICTURE_CHARACTERS = 7 * 1024 * 1024;

const sentFile = (mostCharacters: number) =>
  z.object({ fileName: z.string().max(200), base64: z.string().max(mostCharacters) });

export const SentPicture = sentFile(MAX_PICTURE_CHARACTERS);

const Named = z.object({ id: z.string(), name: z.string() });

const Conditions = z
  .array(z.object({ attributeId: z.string(), valueId: z.string() }))
  .readonly()
  .describe("Any one of these values requires it; absent: no value does.");

export const AttributeDemand = Named.extend({
  isRequired: z.boolean(),
  isMultiple: z.boolean(),
  isCustomizable: z.boolean(),
  values: z.array(Named),
  requiredWhen: Conditions.optional(),
  format: z.enum(["positive_number"]).optional().describe("What free text must be."),
  isSafety: z.boolean().describe("It states a danger: Weft never proposes a value."),
}).meta({ id: "AttributeDemand" });
export type AttributeDemand = z.infer<typeof AttributeDemand>;

export const CertificateDemand = Named.extend({
  isRequired: z.boolean(),
  requiredWhen: Conditions.optional(),
  details: z.string().optional().describe("What the document must show."),
  sampleUrl: z.string().optional().describe("A picture of such a document."),
  needsExpiry: z.boolean().optional(),
}).meta({ id: "CertificateDemand" });
export type CertificateDemand = z.infer<typeof CertificateDemand>;

export const Demands = z.object({
  attributes: z.array(AttributeDemand),
  certifications: z.array(CertificateDemand),
  sizeChart: z.enum(["none", "optional", "required"]),
  needsManufacturer: z.boolean(),
  needsResponsiblePerson: z.boolean(),
});
export type Demands = z.infer<typeof Demands>;

const StoreText = z.string().max(300);

const ValueTable = z
  .record(StoreText, z.object({ id: Id.optional(), name: StoreText.optional() }))
  .refine((table) => Object.keys(table).length <= 500, "at most 500 values")
  .optional()
  .describe("What a text of the store means on the channel; absent: it stands for itself.");

/** Where a field is read from in the store. */
export const MappingSource = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("feature"), name: StoreText.min(1), values: ValueTable }),
    z.object({ kind: z.literal("option"), name: StoreText.min(1), values: ValueTable }),
    z.object({ kind: z.literal("manufacturer"), values: ValueTable }),
    z.object({ kind: z.literal("reference"), values: ValueTable }),
    z.object({
      kind: z.literal("dimension"),
      of: z.enum(["length", "width", "height", "weight"]),
      unit: z.enum(["mm", "cm", "m", "in", "g", "kg", "lb"]),
      values: ValueTable,
    }),
    z.object({ kind: z.literal("constant"), value: StoreText.min(1), values: ValueTable }),
  ])
  .meta({ id: "MappingSource" }) satisfies z.ZodType<DomainSource>;
export type MappingSource = z.infer<typeof MappingSource>;

/** "brand" or "attribute:<id>". */
const MappedField = z.string().regex(/^(brand|attribute:.{1,100})$/);

/** What the channel asks of late that it did not ask before. */
export const DemandNews = z
  .object({
    changedAt: EpochMs,
    items: z.array(
      z.object({
        subject: z.enum(RULE_SUBJECTS),
        move: z.enum(RULE_MOVES),
        id: z.string(),
        name: z.string().describe("Of the attribute or certificate; empty for the rest."),
      }),
    ),
    reason: z.string().describe("The filter of the products that it stops."),
    stopped: Count.describe("How many products it stops, as checked last."),
  })
  .meta({ id: "DemandNews" });
export type DemandNews = z.infer<typeof DemandNews>;

export const CategoryDemands = Demands.extend({
  categoryId: z.string(),
  categoryPath: z.string(),
  productCount: Count.describe("Products of the store that are sold in it."),
  details: ListingDetails.describe("What is set for all of them."),
  mappings: z.array(z.object({ field: z.string(), source: MappingSource })),
  news: DemandNews.nullable().describe("null: it asks what it has asked for long."),
}).meta({ id: "CategoryDemands" });
export type CategoryDemands = z.infer<typeof CategoryDemands>;

const Text = z.object({
  text: z.string(),
  count: Count.describe("Products that say it."),
  proposal: Named.extend({ match: z.enum(["equal", "similar"]) })
    .nullable()
    .describe(
      "The channel's own value it seems to be; null: none, or one that no machine proposes.",
    ),
});

export const MappingPreview = z
  .object({
    texts: z.array(Text).describe("What the store says, the most frequent first."),
    samples: z.array(
      z.object({
        productId: z.string(),
        name: z.string(),
        texts: z.array(z.string()),
        values: z.array(z.string()).describe("As they would be sent; empty: none is taken."),
      }),
    ),
  })
  .meta({ id: "MappingPreview" });
export type MappingPreview = z.infer<typeof MappingPreview>;

const OfCategory = OfConnection.extend({ categoryId: Id.brand<"ChannelCategoryId">() });

export const demandRoutes = defineRoutes({
  "GET /api/connections/:id/channel-categories/:categoryId/demands": {
    name: "readCategoryDemands",
    summary: "Read what the channel asks of the products of a category, and what is set for all",
    needs: "admin",
    params: OfCategory,
    answer: CategoryDemands,
  },
  "PATCH /api/connections/:id/channel-categories/:categoryId/details": {
    name: "saveCategoryDetails",
    summary: "Change what holds for all products of a category, field by field",
    needs: "admin",
    params: OfCategory,
    body: DetailsPatch,
    answer: CategoryDemands,
  },
  "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping": {
    name: "mapField",
    summary: "Say where a field of a category is read from in the store; null: from nowhere",
    needs: "admin",
    params: OfCategory,
    body: z.object({ field: MappedField, source: MappingSource.nullable() }),
    answer: CategoryDemands,
  },
  "POST /api/connections/:id/channel-categories/:categoryId/field-preview": {
    name: "previewFieldMapping",
    summary: "See what a field would be read as over some products, with proposals; saves nothing",
    needs: "admin",
    params: OfCategory,
    body: z.object({ field: MappedField, source: MappingSource }),
    answer: MappingPreview,
  },
  "GET /api/connections/:id/channel-categories/:categoryId/mapping-sources": {
    name: "listMappingSources",
    summary: "List the features and options that products of a category have in the store",
    needs: "admin",
    params: OfCategory,
    answer: z.object({ features: z.array(z.string()), options: z.array(z.string()) }),
  },
  "GET /api/connections/:id/channel-categories/:categoryId/stock-rule": {
    name: "readCategoryStockRule",
    summary: "Read how much of a category's products goes on sale",
    needs: "admin",
    params: OfCategory,
    answer: CategoryStockRule,
  },
  "PUT /api/connections/:id/channel-categories/:categoryId/stock-rule": {
    name: "saveCategoryStockRule",
    summary: "Set how much of a category's products goes on sale; null: as of all products",
    needs: "admin",
    params: OfCategory,
    body: z.object({ own: OwnStockRule.nullable() }),
    answer: CategoryStockRule,
  },
  "POST /api/connections/:id/certificate-files": {
    name: "uploadCertificateFile",
    summary: "Upload a PDF, JPEG or PNG of at most 10 MB to the channel, for details to name it",
    needs: "admin",
    params: OfConnection,
    body: sentFile(MAX_FILE_CHARACTERS),
    answer: CertificateFile,
  },
  "POST /api/connections/:id/size-charts": {
    name: "uploadSizeChartFile",
    summary: "Upload a PNG or JPEG of at most 5 MB, its shorter side at least 1024 pixels",
    needs: "admin",
    params: OfConnection,
    body: SentPicture,
    answer: SizeChart,
  },
});
