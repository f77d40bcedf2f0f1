// Checks the SKUs of a body: count, codes and the combinations of sales attributes. Prices and stock are
// checked in check-offers.ts.
import { attributesOf } from "../categories/attributes";
import { categoryOf } from "../categories/tree";
import type { Context } from "../context";
import { record, records, text, type Fields } from "../fields";
import type { Market } from "../markets/market";
import { findImage } from "../media/images";
import { isChinese } from "./check-text";
import { when, type Issue } from "./issue";
import { checkTextRule } from "./text-rule";

const ATTRIBUTE_KINDS = 3;
const NAME_LENGTH = 20;
const VALUE_LENGTH = 50;
const EXTRA_IMAGES = 8;
const SELLER_SKU_LENGTH = 50;
const URL_LENGTH = 200;

const keyOf = (attribute: Fields) => text(attribute["id"]) || text(attribute["name"]);
const valueOf = (attribute: Fields) => text(attribute["value_id"]) || text(attribute["value_name"]);

/** All rules about the list of SKUs as a whole and each SKU alone. */
export function checkSkus(context: Context, body: Fields, market: Market): Issue[] {
  const skus = records(body["skus"]);
  const maximum = context.switches().skuMaximum ?? market.skuMaximum;
  return [
    ...when(
      skus.length > maximum,
      12052050,
      `A single product cannot have more than ${maximum} different SKUs`,
    ),
    ...checkCombinations(skus),
    ...checkIdentifiers(skus),
    ...skus.flatMap((sku) => checkCodes(sku)),
    ...skus.flatMap((sku) => checkSalesAttributes(context, body, sku)),
    ...(market.chineseAllowed ? [] : checkChinese(skus)),
  ];
}

/** Names and values of sales attributes that are written in Chinese. */
function checkChinese(skus: readonly Fields[]): Issue[] {
  const given = skus.flatMap((sku) => records(sku["sales_attributes"]));
  return [
    ...when(
      given.some((one) => isChinese(text(one["name"]))),
      12052243,
      "The attribute name cannot contain Chinese characters.",
    ),
    ...when(
      given.some((one) => isChinese(text(one["value_name"]))),
      12052554,
      "Chinese characters are not supported in SKU names",
    ),
  ];
}

function checkCombinations(skus: readonly Fields[]): Issue[] {
  const kinds = skus.map((sku) =>
    records(sku["sales_attributes"]).map(keyOf).toSorted().join("\n"),
  );
  const combinations = skus.map((sku) =>
    records(sku["sales_attributes"])
      .map((attribute) => `${keyOf(attribute)}=${valueOf(attribute)}`)
      .toSorted()
      .join("\n"),
  );
  const pictured = new Set(
    skus.flatMap((sku) =>
      records(sku["sales_attributes"])
        .filter((attribute) => attribute["sku_img"] !== undefined)
        .map(keyOf),
    ),
  );
  const most = Math.max(0, ...skus.map((sku) => records(sku["sales_attributes"]).length));
  const valuesOf = (isWanted: (attribute: Fields) => boolean) =>
    new Set(
      skus.flatMap((sku) =>
        records(sku["sales_attributes"])
          .filter((attribute) => pictured.has(keyOf(attribute)) && isWanted(attribute))
          .map(valueOf),
      ),
    );
  const shown = valuesOf((attribute) => attribute["sku_img"] !== undefined);
  return [
    ...when(most > ATTRIBUTE_KINDS, 12052525, "The attribute max num cannot exceed 3."),
    ...when(new Set(kinds).size > 1, 12052550, "SKU property must contain all properties"),
    ...when(
      new Set(combinations).size < combinations.length,
      12052560,
      "The SKU contains duplicate sales attribute.",
    ),
    ...when(
      pictured.size > 1,
      12052528,
      "You can add images to only 1 product variation, which will serve as the primary variation for display.",
    ),
    ...when(
      valuesOf(() => true).size > shown.size,
      12052522,
      "Product sale property image is required",
    ),
  ];
}

const DIGITS: Readonly<Record<string, RegExp>> = {
  GTIN: /^\d{14}$/,
  EAN: /^(?:\d{8}|\d{13}|\d{14})$/,
  UPC: /^\d{12}$/,
  ISBN: /^(?:\d{9}[\dX]|\d{13})$/,
  JAN: /^(?:\d{8}|\d{13})$/,
};

function checkIdentifiers(skus: readonly Fields[]): Issue[] {
  const given = skus
    .map((sku) => record(sku["identifier_code"]))
    .map((row) => ({ code: text(row["code"]), type: text(row["type"]) }))
    .filter(({ code }) => code !== "");
  const codes = given.map(({ code }) => code);
  const untyped = given.some(({ type }) => !DIGITS[type]);
  const wrong = given.some(({ code, type }) => DIGITS[type] && !DIGITS[type].test(code));
  return [
    ...when(
      new Set(codes).size < codes.length,
      12052592,
      "Identifier code already entered, cannot enter the same code twice",
    ),
    ...when(untyped, 12052600, "The identifier code type must be selected"),
    ...when(wrong, 12052591, "Invalid number of digits of identifier code"),
  ];
}

function checkCodes(sku: Fields): Issue[] {
  const code = text(sku["seller_sku"]);
  const urls = Array.isArray(sku["external_urls"]) ? sku["external_urls"].map(text) : [];
  return [
    ...when(
      code.length > SELLER_SKU_LENGTH,
      12052054,
      "The seller SKU text length cannot exceed max limit characters",
    ),
    ...when(/\s/.test(code), 12019059, "seller sku is invalid"),
    ...when(
      urls.some((url) => url.length > URL_LENGTH),
      12052238,
      "The length of the url is greater than 200",
    ),
    ...when(
      urls.some((url) => !URL.canParse(url)),
      12052235,
      "The format of url is invalid",
    ),
  ];
}

function checkSalesAttributes(context: Context, body: Fields, sku: Fields): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  const known = category?.isLeaf ? attributesOf(category) : [];
  return records(sku["sales_attributes"]).flatMap((given) => {
    const [id, name] = [text(given["id"]), text(given["name"])];
    const builtIn = known.find((row) => row.id === id && row.type === "SALES_PROPERTY");
    const custom = context.storage.get<string>("tts:custom-attribute", id) !== undefined;
    return [
      ...when(id === "" && name === "", 12052241, "attribute name or attribute id is empty."),
      ...when(id !== "" && !builtIn && !custom, 12052527, "The sale attribute id not exist."),
      ...when(
        id === "" && name.length > NAME_LENGTH,
        12052242,
        `The attribute name characters cannot exceed ${NAME_LENGTH}`,
      ),
      ...(id === "" ? checkTextRule(12052933, name) : []),
      ...checkSalesValue(context, builtIn?.values.map((value) => value.id) ?? [], given),
      ...checkSalesImages(context, given),
    ];
  });
}

function checkSalesValue(context: Context, known: readonly string[], given: Fields): Issue[] {
  const [id, name] = [text(given["value_id"]), text(given["value_name"])];
  if (id !== "") {
    const custom = context.storage.get<string>("tts:custom-value", id) !== undefined;
    return when(!known.includes(id) && !custom, 12052529, "The property value id not exist.");
  }
  return [
    ...when(
      name.trim() === "",
      12052248,
      "The sales property value name or attribute value id is empty.",
    ),
    ...when(
      name.length > VALUE_LENGTH,
      12052249,
      `The sales property value name characters cannot exceed ${VALUE_LENGTH}, attribute value name is ${name}`,
    ),
    ...checkTextRule(12052934, name),
  ];
}

function checkSalesImages(context: Context, given: Fields): Issue[] {
  const uri = text(record(given["sku_img"])["uri"]);
  const extra = records(given["supplementary_sku_images"]).map((image) => text(image["uri"]));
  const missing = [uri, ...extra].some((one) => one !== "" && !findImage(context, one));
  return [
    ...when(
      given["sku_img"] !== undefined && uri === "",
      12052520,
      "product sale property image uri illegal",
    ),
    ...when(missing, 12052722, "The image URI does not exist in TikTok Shop."),
    ...when(
      extra.length > EXTRA_IMAGES,
      12052356,
      "The number of 'supplementary_sku_images' for the sales attribute value exceeds the maximum limit.",
    ),
    ...when(
      extra.length > 0 && uri === "",
      12052357,
      "'supplementary_sku_images' is only allowed when 'sku_img' is specified.",
    ),
  ];
}
