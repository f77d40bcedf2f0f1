/** What a browser finds wrong with a field, in the words and at the place of Weft's own refusals. */
import { t } from "./validity-texts";

/** Of an input that the browser calls invalid. */
export function invalidText({ validity, type, min, max }: HTMLInputElement): string {
  if (validity.valueMissing) return t("field.missing");
  if (validity.typeMismatch) return t(type === "url" ? "field.notUrl" : "field.notEmail");
  if (validity.rangeUnderflow || validity.rangeOverflow) return t("field.outside", { min, max });
  return t("field.wrong");
}
