/** What is wrong with products, one kind a row, and the reason that names it. */
import type { SourceProduct, SourceVariant } from "../../../src/domain/catalogue/source-product";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";
import { change, changeAll, type Breakage } from "./breakage";
import { DEMAND_BREAKAGES } from "./demand-breakages";

const changeFirst = (input: ListingInput, variant: Partial<SourceVariant>): ListingInput =>
  change(input, {
    variants: input.product.variants.map((one, index) =>
      index === 0 ? { ...one, ...variant } : one,
    ),
  });

const withCategory = (input: ListingInput, permission: string): ListingInput | undefined =>
  input.category && { ...input, category: { ...input.category, permission } };

const product =
  (fields: Partial<SourceProduct>) =>
  (input: ListingInput): ListingInput =>
    change(input, fields);

const titled = (name: string) => product({ name });

/** One option more on each variant. */
const withOption = (name: string, value: string) => (input: ListingInput) =>
  changeAll(input, ({ options }) => ({ options: [...options.slice(0, 2), { name, value }] }));

const LONG_TEXT = "word ".repeat(2_100);

export const BREAKAGES: readonly Breakage[] = [
  {
    name: "deleted in the store",
    part: "state",
    code: "listing.deleted_in_store",
    apply: (input) => ({ ...input, isDeleted: true }),
  },
  {
    name: "switched off",
    part: "state",
    code: "listing.inactive",
    apply: (input) => (input.isDeleted ? undefined : change(input, { isActive: false })),
  },
  {
    name: "a download",
    part: "kind",
    code: "listing.virtual",
    apply: product({ isVirtual: true }),
  },
  {
    name: "made to the buyer's text",
    part: "custom",
    code: "listing.customisable",
    apply: product({ needsCustomisation: true }),
  },
  {
    name: "no category",
    part: "*",
    code: "listing.category_missing",
    apply: (input) => ({ ...input, category: undefined, rules: undefined, attributes: [] }),
  },
  {
    name: "a branch instead of a leaf",
    part: "category",
    code: "category.not_leaf",
    apply: (input) =>
      input.category && { ...input, category: { ...input.category, isLeaf: false } },
  },
  {
    name: "a category by invitation",
    part: "category",
    code: "category.forbidden",
    apply: (input) => withCategory(input, "invite_only"),
  },
  {
    name: "a category beside the shop's main one",
    part: "category",
    code: "category.forbidden",
    apply: (input) => withCategory(input, "restricted"),
  },
  {
    name: "a category nobody sells in",
    part: "category",
    code: "category.forbidden",
    apply: (input) => withCategory(input, "prohibited"),
  },
  { name: "no name", part: "name", code: "listing.title_missing", apply: titled("") },
  {
    name: "a name of signs",
    part: "name",
    code: "listing.title_missing",
    apply: titled("★★★ *** !!!"),
  },
  { name: "a name of emoji", part: "name", code: "listing.title_missing", apply: titled("🎁🎉🎁") },
  {
    name: "a long name",
    part: "name",
    code: "listing.title_too_long",
    apply: titled("Long name ".repeat(40)),
  },
  {
    name: "a short name",
    part: "name",
    code: "listing.title_too_short",
    apply: (input) =>
      (input.limits?.titleMin ?? 0) > 1 ? change(input, { name: "Mug" }) : undefined,
  },
  {
    name: "a long description",
    part: "description",
    code: "listing.description_too_long",
    apply: product({ description: `<p>${LONG_TEXT}</p>` }),
  },
  {
    name: "a description of many cells",
    part: "description",
    code: "listing.description_too_long",
    apply: product({
      description: `<table>${"<tr><td>1</td></tr>".repeat(700)}</table>`,
    }),
  },
  {
    name: "a Chinese name",
    part: "name",
    code: "listing.chinese_text",
    apply: (input) =>
      input.limits?.takesChinese
        ? undefined
        : change(input, { name: "Tea set 茶具, with two cups and a pot in a box" }),
  },
  {
    name: "a Chinese word in the description",
    part: "description",
    code: "listing.chinese_text",
    apply: (input) =>
      input.limits?.takesChinese
        ? undefined
        : change(input, { description: "<p>Made in <b>景德镇</b></p>" }),
  },
  {
    name: "a Chinese value of an option",
    part: "options",
    code: "listing.chinese_text",
    apply: (input) =>
      input.limits?.takesChinese ? undefined : withOption("Finish", "亮光")(input),
  },
  {
    name: "no picture",
    part: "pictures",
    code: "listing.image_missing",
    apply: product({ images: [] }),
  },
  {
    name: "no SKU",
    part: "sku",
    code: "listing.sku_missing",
    apply: (input) => changeFirst(input, { sku: "" }),
  },
  {
    name: "an SKU of blanks",
    part: "sku",
    code: "listing.sku_missing",
    apply: (input) => changeFirst(input, { sku: " \t " }),
  },
  {
    name: "a long SKU",
    part: "sku",
    code: "listing.sku_invalid",
    apply: (input) => changeFirst(input, { sku: "S".repeat(51) }),
  },
  {
    name: "no price",
    part: "price",
    code: "listing.price_zero",
    apply: (input) => changeFirst(input, { priceMinor: 0 }),
  },
  {
    name: "a price below zero",
    part: "price",
    code: "listing.price_zero",
    apply: (input) => changeFirst(input, { priceMinor: -500 }),
  },
  {
    name: "a price above the market's",
    part: "price",
    code: "listing.price_range",
    apply: (input) => changeFirst(input, { priceMinor: (input.limits?.priceMaxMinor ?? 0) + 1 }),
  },
  {
    name: "a price below the market's",
    part: "price",
    code: "listing.price_range",
    apply: (input) =>
      (input.limits?.priceMinMinor ?? 0) > 1
        ? changeFirst(input, { priceMinor: (input.limits?.priceMinMinor ?? 0) - 1 })
        : undefined,
  },
  {
    name: "four options",
    part: "options",
    code: "listing.too_many_options",
    apply: (input) =>
      changeAll(input, () => ({
        options: ["One", "Two", "Three", "Four"].map((name) => ({ name, value: "1" })),
      })),
  },
  {
    name: "an option that one variant lacks",
    part: "options",
    code: "listing.option_missing",
    apply: (input) =>
      input.product.variants.length < 2
        ? undefined
        : changeFirst(withOption("Finish", "Matt")(input), { options: [] }),
  },
  {
    name: "two variants with the same options",
    part: "options",
    code: "listing.duplicate_options",
    apply: (input) => twice(input, (options) => options),
  },
  {
    name: "two variants whose options differ by signs only",
    part: "options",
    code: "listing.duplicate_options",
    apply: (input) =>
      (input.product.variants[0]?.options.length ?? 0) === 0
        ? undefined
        : twice(input, (options) => options.map((one) => ({ ...one, value: `${one.value} 🎁` }))),
  },
  {
    name: "a long name of an option",
    part: "options",
    code: "listing.option_name_too_long",
    apply: withOption("The finish of the surface", "Matt"),
  },
  {
    name: "a long value of an option",
    part: "options",
    code: "listing.option_value_too_long",
    apply: withOption(
      "Finish",
      "M".repeat(5) + " and then matt again, wherever you look at it or not",
    ),
  },
  {
    name: "a value of signs",
    part: "options",
    code: "listing.option_unreadable",
    apply: withOption("Finish", "***"),
  },
  {
    name: "too many variants",
    part: "*",
    code: "listing.too_many_variants",
    apply: (input) =>
      change(input, {
        variants: Array.from({ length: (input.limits?.maxVariants ?? 0) + 1 }, (_, index) => ({
          ...(input.product.variants[0] as SourceVariant),
          id: String(index + 1),
          sku: `V-${index}`,
          options: [{ name: "Number", value: String(index) }],
        })),
      }),
  },
  {
    name: "no variant",
    part: "*",
    code: "listing.variant_missing",
    apply: product({ variants: [] }),
  },
  {
    name: "a high least quantity",
    part: "minimum",
    code: "listing.minimum_too_high",
    apply: (input) => changeFirst(input, { minimumQuantity: 21 }),
  },
  {
    name: "another currency",
    part: "currency",
    code: "listing.currency_differs",
    apply: (input) => change(input, { currency: input.product.currency === "CHF" ? "SEK" : "CHF" }),
  },
  ...DEMAND_BREAKAGES,
];

/** The first variant once more. */
function twice(
  input: ListingInput,
  options: (of: SourceVariant["options"]) => SourceVariant["options"],
): ListingInput | undefined {
  const [first] = input.product.variants;
  if (!first) return undefined;
  const again = { ...first, id: "900", sku: "AGAIN", options: options(first.options) };
  return change(input, { variants: [...input.product.variants, again] });
}
