import { attributesOf, type Attribute } from "../categories/attributes";
import { categoryOf } from "../categories/tree";
import { records, text, type Fields } from "../fields";
import type { Market } from "../markets/market";
import { isChinese } from "./check-text";
import { when, type Issue } from "./issue";
import { checkTextRule } from "./text-rule";

const VALUE_LENGTH = 2000;

/** Checks each given attribute against the category's list. */
export function checkGivenAttributes(body: Fields, market: Market): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  if (!category?.isLeaf) return [];
  const known = attributesOf(category);
  const given = records(body["product_attributes"]);
  const ids = given.map((attribute) => text(attribute["id"]));
  return [
    ...when(new Set(ids).size < ids.length, 12052254, "Duplicate attribute id"),
    ...given.flatMap((attribute) => checkAttribute(known, attribute, market)),
  ];
}

function checkAttribute(known: readonly Attribute[], given: Fields, market: Market): Issue[] {
  const id = text(given["id"]);
  if (id === "") return [{ code: 12052241, message: "attribute name or attribute id is empty." }];
  const attribute = known.find((row) => row.id === id && row.type === "PRODUCT_PROPERTY");
  if (!attribute) return [{ code: 12052247, message: "Do not support custom product attribute." }];
  const values = records(given["values"]);
  const keys = values.map((value) => text(value["id"]) || text(value["name"]));
  return [
    ...when(
      values.length > 1 && !attribute.isMultiple,
      12052246,
      `The product property not support multi selected, attribute id is :${id}.`,
    ),
    ...when(
      values.length === 0,
      12052248,
      "The product property value name or attribute value id is empty.",
    ),
    ...when(new Set(keys).size < keys.length, 12052253, "Duplicate attribute value id"),
    ...values.flatMap((value) => checkValue(attribute, value, market)),
  ];
}

function checkValue(attribute: Attribute, value: Fields, market: Market): Issue[] {
  const [id, name] = [text(value["id"]), text(value["name"])];
  if (id !== "")
    return when(
      !attribute.values.some((known) => known.id === id),
      12052529,
      "The property value id not exist.",
    );
  if (name === "")
    return [
      {
        code: 12052248,
        message: "The product property value name or attribute value id is empty.",
      },
    ];
  const listed = attribute.values.some((known) => known.name === name);
  const number = /^(?:0*[1-9]\d*(?:\.\d+)?|0*\.\d*[1-9]\d*|0+\.\d*[1-9]\d*)$/.test(name);
  return [
    ...when(
      !attribute.isCustomizable && attribute.values.length > 0 && !listed,
      12052240,
      "Do not support custom property.",
    ),
    ...when(
      attribute.isNumber && !number,
      12052256,
      `The ${attribute.name} value need to be positive integers or positive decimals .`,
    ),
    ...when(
      name.length > VALUE_LENGTH,
      12052249,
      `The product property value name characters cannot exceed ${VALUE_LENGTH}.`,
    ),
    ...checkTextRule(12052935, name),
    ...when(
      isChinese(name) && !market.chineseAllowed,
      12052250,
      "The property value name cannot contain Chinese characters.",
    ),
  ];
}

/** Ids of the values given for each attribute id. */
function givenValueIds(body: Fields): Map<string, string[]> {
  return new Map(
    records(body["product_attributes"]).map((attribute) => [
      text(attribute["id"]),
      records(attribute["values"]).map((value) => text(value["id"])),
    ]),
  );
}

/** Checks the required attributes of a listing, also those that another value requires. */
export function checkRequiredAttributes(body: Fields): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  if (!category?.isLeaf) return [];
  const given = givenValueIds(body);
  return attributesOf(category).flatMap((attribute) => {
    const present = given.has(attribute.id);
    const { conditions } = attribute;
    if (conditions.length === 0)
      return when(
        attribute.isRequired && !present,
        12052104,
        `property is required: ${attribute.name} (${attribute.id})`,
      );
    const met = conditions.some(({ attributeId, valueId }) =>
      given.get(attributeId)?.includes(valueId),
    );
    const about = `The '${attribute.name}' field`;
    return [
      ...when(met && !present, 12052182, `${about} is required as you've selected its condition.`),
      ...when(
        !met && present,
        12052183,
        `${about} should be left empty as you've not selected its condition.`,
      ),
    ];
  });
}
