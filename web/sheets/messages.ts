/** Causes and explanations of a sheet in the language of the page. */
import type { SheetColumn } from "../../src/domain/sheets/columns";
import type { SheetCause } from "../../src/domain/sheets/judge-row";
import type { FileProblem } from "./read-file";
import { t } from "./texts";
import type { Notes } from "./write-file";

/** "Material: “Silk” is not among the allowed values; …" */
export function causeText(causes: readonly SheetCause[]): string {
  return causes
    .map(({ code, column = "", value = "" }) => t(`sheet.cause.${code}`, { column, value }))
    .join("; ");
}

export function fileProblemText({ code, value }: FileProblem): string {
  return code === "unknown_columns" || code === "column_twice"
    ? t(`sheet.file.${code}`, { value })
    : t(`sheet.file.${code}`);
}

/** What explains the columns of a template. */
export const notes = (): Notes => ({
  use: t("sheet.note.use"),
  allowed: t("sheet.note.allowed"),
  brand: t("sheet.note.brand"),
  attribute: ({ isRequired, isMultiple, isCustomizable, values }: SheetColumn) =>
    [
      t(isRequired ? "sheet.note.required" : "sheet.note.optional"),
      t(isMultiple ? "sheet.note.several" : "sheet.note.one"),
      t(isCustomizable || values.length === 0 ? "sheet.note.own" : "sheet.note.listed"),
    ].join(", "),
});
