import { record, text, type Fields } from "../fields";
import type { Market } from "../markets/market";
import { when, type Issue } from "./issue";

const IMPERIAL = new Set(["POUND", "INCH"]);
const WEIGHT_DECIMALS: Readonly<Record<string, number>> = { KILOGRAM: 3, POUND: 2, GRAM: 0 };

const decimalsOf = (value: string) => value.split(".")[1]?.length ?? 0;
const isDecimal = (value: string) => /^\d{1,7}(?:\.\d+)?$/.test(value);

/** Weight is demanded, above zero, in a unit of the region. */
export function checkWeight(body: Fields, market: Market): Issue[] {
  const weight = record(body["package_weight"]);
  const [value, unit] = [text(weight["value"]), text(weight["unit"])];
  const wrong = !isDecimal(value) || decimalsOf(value) > (WEIGHT_DECIMALS[unit] ?? 3);
  const imperial = IMPERIAL.has(unit) && !market.weightUnits.includes(unit);
  return [
    ...when(wrong, 12052006, "Incorrect parcel weight format"),
    ...when(
      !wrong && Number(value) === 0,
      12052181,
      "The package weight of the product can not be zero.",
    ),
    ...when(
      imperial,
      12019061,
      "Product weight or dimensions unit does not support the imperial units on non-US local products.",
    ),
    ...when(
      !imperial && !market.weightUnits.includes(unit),
      12052916,
      "The package unit is not supported in the current region.",
    ),
  ];
}

const SIDES = [
  { name: "height", code: 12052003 },
  { name: "width", code: 12052004 },
  { name: "length", code: 12052005 },
] as const;

/** Dimensions go together with the weight's system of units. */
export function checkDimensions(body: Fields, market: Market): Issue[] {
  const dimensions = record(body["package_dimensions"]);
  if (Object.keys(dimensions).length === 0) return [];
  const unit = text(dimensions["unit"]);
  const metric = text(record(body["package_weight"])["unit"]) !== "POUND";
  const valid = (value: string) => isDecimal(value) && Number(value) > 0 && decimalsOf(value) <= 2;
  return [
    ...SIDES.flatMap(({ name, code }) =>
      when(!valid(text(dimensions[name])), code, `Incorrect parcel ${name} format`),
    ),
    ...when(
      unit === "INCH" && market.dimensionUnit !== "INCH",
      12019061,
      "Product weight or dimensions unit does not support the imperial units on non-US local products.",
    ),
    ...when(
      (unit === "CENTIMETER") !== metric,
      12052915,
      "package weight unit and dimension unit miss match.",
    ),
  ];
}

/** A listing, unlike a draft, needs dimensions in most markets. */
export function checkDimensionsGiven(body: Fields, { dimensionsOptional }: Market): Issue[] {
  return when(
    !dimensionsOptional && Object.keys(record(body["package_dimensions"])).length === 0,
    12052116,
    "Local to local business, at least one of the package dimension is required",
  );
}
