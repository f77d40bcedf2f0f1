/**
 * Products as merchants have them, made from a seed: odd names, markup, shared SKUs, wrong barcodes,
 * features that mean something on the channel and such that do not. Each has all that its leaf asks for.
 */
import type { SourceProduct, SourceVariant } from "../../../src/domain/catalogue/source-product";
import type { AttributeValue, ListingDetails } from "../../../src/domain/listings/listing-details";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";
import type {
  ListingAttribute,
  RequirementCondition,
} from "../../../src/domain/listings/listing-rules";
import { pick, whole, type Random } from "../random-orders";
import { CORPUS_TIME, type CorpusLeaf, type CorpusShop } from "./shops";

const NAMES = [
  "Mug “The best is yet to come” & friends",
  "Écharpe d'hiver n° 4 – 100 % laine",
  "Größe M/L: T-Shirt, weiß <neu>",
  "Enamel pot &amp; lid, 2.5&nbsp;l",
  "Lámpara de mesa ★ edición 2026 ★",
  "Borsa a tracolla in pelle™",
  "☕ Coffee set 🎁 for two",
  "--------- SALE --------- yoga mat",
  "Notebook A5\tdotted,\r\n120 pages",
  "Backpack 30 l",
];

const DESCRIPTIONS = [
  "<p>White mug &amp; saucer, dishwasher&nbsp;safe. <b>350&nbsp;ml</b></p>",
  '<div style="color:red"><h2>About</h2><ul><li>One<li>Two</ul></div>',
  "<p>Picture: <img src='https://shop.example/a.jpg' width=4000></p><script>alert(1)</script>",
  "Plain text with 5 < 6 and R&D;",
  "",
  "<p>===========</p><p>✅ Handmade ✅</p>",
  "<table><tr><td>Weight</td><td>1 kg</td></tr></table>",
];

/** Names of options with values; some are no words a channel would show differently. */
const OPTIONS = [
  { name: "Colour", values: ["White", "Black", "Rosé &amp; gold", "Bleu ciel", "Red 🍒"] },
  { name: "Size", values: ["S", "M", "L", "XL", "38 ½"] },
  { name: "Pack", values: ["1", "2 × 2", "6 pcs."] },
];

const BARCODES = [
  "4006381333931",
  "036000291452",
  "96385074",
  "1234567890123",
  "0000000000000",
  "abc",
];

const happens = (random: Random, chance: number) => random() < chance;

/** Everything a plan is made from; nothing stands in the way of it. */
export function listable(random: Random, shop: CorpusShop, leaf: CorpusLeaf): ListingInput {
  return {
    product: productOf(random, shop, leaf),
    isDeleted: false,
    listedAs: null,
    ruling: { isOwnTitle: false, kept: [] },
    category: leaf.category,
    rules: leaf.rules,
    attributes: leaf.attributes,
    ...detailsOf(random, shop, leaf),
    mappings: [],
    defaults: {},
    limits: shop.limits,
    warehouseId: shop.warehouseId,
    today: CORPUS_TIME,
  };
}

function productOf(random: Random, { limits }: CorpusShop, leaf: CorpusLeaf): SourceProduct {
  const id = String(whole(random, 1, 99_999));
  const images = Array.from({ length: whole(random, 1, 12) }, (_, index) => ({
    id: String(index + 1),
    url: `https://shop.example/${id}-${index + 1}.jpg`,
  }));
  return {
    id,
    name: longEnough(pick(random, NAMES), limits.titleMin),
    description: pick(random, DESCRIPTIONS),
    isActive: true,
    currency: limits.currency,
    images,
    features: featuresOf(random, leaf),
    lengthMm: whole(random, 1, 900),
    widthMm: whole(random, 1, 900),
    heightMm: whole(random, 1, 900),
    weightGrams: whole(random, 1, 30_000),
    variants: variantsOf(random, limits, images),
    updatedAt: CORPUS_TIME,
    createdAt: CORPUS_TIME,
  };
}

const longEnough = (name: string, least: number) =>
  name.length >= least + 20 ? name : `${name}, delivered in a box`.padEnd(least + 20, " and more");

function variantsOf(
  random: Random,
  { priceMinMinor, priceMaxMinor }: CorpusShop["limits"],
  images: SourceProduct["images"],
): SourceVariant[] {
  const chosen = OPTIONS.slice(0, whole(random, 0, OPTIONS.length));
  const combinations = chosen
    .reduce<SourceVariant["options"][]>(
      (all, { name, values }) =>
        all.flatMap((options) => values.map((value) => [...options, { name, value }])),
      [[]],
    )
    .slice(0, whole(random, 1, 40));
  const isShared = happens(random, 0.3);
  return combinations.map((options, index) => {
    const priceMinor = whole(
      random,
      priceMinMinor,
      Math.min(priceMaxMinor, priceMinMinor + 90_000),
    );
    return {
      id: chosen.length === 0 ? "0" : String(index + 1),
      sku: isShared ? "SHARED 1" : `SKU ${index}/${whole(random, 0, 9)}`,
      ...(happens(random, 0.5) ? { barcode: pick(random, BARCODES) } : {}),
      options,
      priceMinor,
      listPriceMinor: priceMinor,
      quantity: whole(random, 1, 99_999),
      ...(happens(random, 0.1) ? { minimumQuantity: whole(random, 1, 20) } : {}),
      weightGrams: happens(random, 0.5) ? 0 : whole(random, 1, 30_000),
      imageIds: images.slice(index, index + 1).map((image) => image.id),
    };
  });
}

/** What the store says under the attributes' own names, right or wrong; the right values are details. */
function featuresOf(random: Random, { attributes }: CorpusLeaf): SourceProduct["features"] {
  return attributes
    .filter(({ kind, isRequired }) => kind === "product" && !isRequired && happens(random, 0.5))
    .map(({ name, values }) => ({
      name,
      value: pick(random, ["about 300 ml", "Yes", "12", "—", ...values.map((one) => one.name)]),
    }));
}

/** Details that fill all that is asked for, at the product or at its category. */
function detailsOf(random: Random, shop: CorpusShop, leaf: CorpusLeaf) {
  const attributes = attributeValues(random, leaf.attributes);
  const holds = ({ attributeId, valueId }: RequirementCondition) =>
    attributes[attributeId]?.some(({ id }) => id === valueId) ?? false;
  const { rules } = leaf;
  const asked = rules.certifications.filter(
    ({ isRequired, requiredWhen = [] }) => isRequired || requiredWhen.some(holds),
  );
  const proof = { files: [shop.proof], expiresAt: CORPUS_TIME + 90 * 86_400_000 };
  const papers: ListingDetails = {
    certificates: Object.fromEntries(asked.map(({ id }) => [id, proof])),
    ...(rules.sizeChart === "none" ? {} : { sizeChart: { uri: shop.uris.sizeChart } }),
    ...(rules.needsManufacturer ? { manufacturerIds: shop.manufacturerIds } : {}),
    ...(rules.needsResponsiblePerson ? { responsiblePersonIds: shop.responsiblePersonIds } : {}),
  };
  const brand = { id: pick(random, shop.brandIds), name: "Brand" };
  const own: ListingDetails = { attributes, ...(happens(random, 0.3) ? { brand } : {}) };
  return happens(random, 0.5)
    ? { details: { ...own, ...papers }, categoryDetails: {} }
    : { details: own, categoryDetails: papers };
}

/** Required ones, some of the others, and those that a chosen value requires. */
function attributeValues(
  random: Random,
  attributes: readonly ListingAttribute[],
): Record<string, AttributeValue[]> {
  const filled: Record<string, AttributeValue[]> = {};
  const holds = ({ attributeId, valueId }: RequirementCondition) =>
    filled[attributeId]?.some(({ id }) => id === valueId) ?? false;
  for (const attribute of attributes.filter(({ kind }) => kind === "product")) {
    const { id, isRequired, requiredWhen } = attribute;
    const isAsked = requiredWhen ? requiredWhen.some(holds) : isRequired || happens(random, 0.4);
    // A value that no condition asks for is what a merchant chose before changing another one.
    if (isAsked || (requiredWhen && happens(random, 0.3)))
      filled[id] = valuesFor(random, attribute);
  }
  return filled;
}

function valuesFor(random: Random, { values, format, isMultiple }: ListingAttribute) {
  if (values.length === 0)
    return [{ name: format ? String(whole(random, 1, 900)) : "Wash cold & dry flat 🧺" }];
  const first = pick(random, values);
  const second = pick(random, values);
  return isMultiple && second.id !== first.id
    ? [{ id: first.id }, { id: second.id }]
    : [{ id: first.id }];
}
