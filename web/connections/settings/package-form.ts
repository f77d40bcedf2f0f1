/** The default package as typed: centimetres and grams in, millimetres and grams out. Pure. */
import type { ConnectionSettings } from "../../../src/contract/connection-settings";

export type PackageDefaults = NonNullable<ConnectionSettings["packageDefaults"]>;

export interface PackageForm {
  length: string;
  width: string;
  height: string;
  weight: string;
}

const MM_PER_CM = 10;

/** A usual parcel, to begin with. */
const USUAL: PackageForm = { length: "30", width: "20", height: "10", weight: "400" };

export function toPackageForm(defaults: PackageDefaults | null): PackageForm {
  if (!defaults) return USUAL;
  return {
    length: String(defaults.lengthMm / MM_PER_CM),
    width: String(defaults.widthMm / MM_PER_CM),
    height: String(defaults.heightMm / MM_PER_CM),
    weight: String(defaults.weightGrams),
  };
}

/** Null unless all four are whole numbers above zero, as TikTok Shop wants them. */
export function fromPackageForm(form: PackageForm): PackageDefaults | null {
  const whole = (text: string) => (/^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : null);
  const [length, width, height, weight] = [form.length, form.width, form.height, form.weight].map(
    whole,
  );
  if (!length || !width || !height || !weight) return null;
  return {
    lengthMm: length * MM_PER_CM,
    widthMm: width * MM_PER_CM,
    heightMm: height * MM_PER_CM,
    weightGrams: weight,
  };
}
