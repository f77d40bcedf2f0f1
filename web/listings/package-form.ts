/** A parcel as typed, in centimetres and grams, where any measure may be left out. Pure. */
import type { DetailsPatch, ListingDetails } from "../../src/contract/catalogue";

export const MEASURES = [
  { key: "length", unit: "cm", field: "lengthMm", factor: 10 },
  { key: "width", unit: "cm", field: "widthMm", factor: 10 },
  { key: "height", unit: "cm", field: "heightMm", factor: 10 },
  { key: "weight", unit: "g", field: "weightGrams", factor: 1 },
] as const;

export type PackageForm = Readonly<Record<(typeof MEASURES)[number]["key"], string>>;

export function toPackageForm({ package: measures = {} }: ListingDetails): PackageForm {
  const typed = MEASURES.map(({ key, field, factor }) => {
    const measure = measures[field];
    return [key, measure ? String(measure / factor) : ""] as const;
  });
  return Object.fromEntries(typed) as PackageForm;
}

/** What differs from `before`; null where a measure is no whole number above zero. */
export function toPackagePatch(
  form: PackageForm,
  before: PackageForm,
): NonNullable<DetailsPatch["package"]> | null {
  const patch: NonNullable<DetailsPatch["package"]> = {};
  for (const { key, field, factor } of MEASURES) {
    const text = form[key].trim();
    if (text === before[key]) continue;
    if (text !== "" && !/^[1-9]\d{0,5}$/.test(text)) return null;
    patch[field] = text === "" ? null : Number(text) * factor;
  }
  return patch;
}
