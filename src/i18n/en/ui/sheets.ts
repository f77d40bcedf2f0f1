import type { Format } from "../../base/format";
import { plural } from "../grammar";

const products = (count: number, format: Format) =>
  plural(count, { one: "1 product", other: `${format.number(count)} products` });

interface About {
  column: string;
  value: string;
}

/** Editing the products of a category by CSV. */
export const sheets = {
  "sheet.title": "Edit products by CSV",
  "sheet.for": ({ path }: { path: string }) =>
    `Brand and attributes of all products in ${path}, also those of other categories of your store that are sold there.`,
  "sheet.step1": "1. Download the products",
  "sheet.step1Text":
    "One row a product with what is set for it now. Required columns have a star, the rows with # say how to fill in and which values TikTok takes.",
  "sheet.download": "Download CSV",
  "sheet.downloading": ({ count }: { count: number }, format: Format) =>
    `${products(count, format)} read…`,
  "sheet.downloaded": ({ count }: { count: number }, format: Format) =>
    `${products(count, format)} downloaded.`,
  "sheet.none": "No product of your store is in this category, so there is nothing to edit.",
  "sheet.brand": "Find a brand",
  "sheet.brandHint":
    "Copy gives id and name in one: paste both, because spreadsheets shorten long numbers.",
  "sheet.brandShown": ({ shown, count }: { shown: number; count: number }) =>
    `${shown} of ${count} are shown.`,
  "sheet.brandAll": "Show all",
  "sheet.brandNone": "No brand of this name.",
  "sheet.brandCopied": ({ name }: { name: string }) => `${name} copied.`,
  "sheet.copyFailed": "Your browser did not let Weft copy. Select the text and copy it by hand.",
  "sheet.brandList": "Brands found",
  "sheet.brandUnauthorized": "not authorised",
  "sheet.step2": "2. Upload the edited file",
  "sheet.step2Text":
    "The file is checked row by row. Nothing is changed before you confirm. An emptied cell takes the value away, a column you delete stays as it is.",
  "sheet.choose": "Choose file…",
  "sheet.file": "CSV file",
  "sheet.checking": ({ done, count }: { done: number; count: number }, format: Format) =>
    `${format.number(done)} of ${format.number(count)} rows checked…`,
  "sheet.checked": ({ name }: { name: string }) => `${name} was checked`,
  "sheet.sum": (
    { valid, errors, unchanged }: { valid: number; errors: number; unchanged: number },
    format: Format,
  ) =>
    `${format.number(valid)} valid, ${format.number(errors)} with errors, ${format.number(unchanged)} without a change.`,
  "sheet.valid": ({ count }: { count: number }, format: Format) =>
    `Valid: will be updated (${format.number(count)})`,
  "sheet.errors": ({ count }: { count: number }, format: Format) =>
    `Errors: will not be updated (${format.number(count)})`,
  "sheet.first": ({ count }: { count: number }, format: Format) =>
    `The first ${format.number(count)} are shown.`,
  "sheet.downloadValid": "Download what changes",
  "sheet.brokenOff": (
    { name, done, count }: { name: string; done: number; count: number },
    format: Format,
  ) =>
    `The check of ${name} was broken off: ${format.number(done)} of ${format.number(count)} rows are checked.`,
  "sheet.goOn": "Go on",
  "sheet.downloadErrors": "Download rows with errors",
  "sheet.errorsHint": "The last column has the cause. Correct the rows and upload that file.",
  "sheet.col.line": "Row",
  "sheet.col.product": "Product",
  "sheet.col.change": "What changes",
  "sheet.col.cause": "Cause",
  "sheet.change": ({ column, from, to }: { column: string; from: string; to: string }) =>
    `${column}: ${from} → ${to}`,
  "sheet.nothing": "none",
  "sheet.brandColumn": "Brand",
  "sheet.confirm": ({ count }: { count: number }, format: Format) =>
    count === 0 ? "Update products" : `Update ${products(count, format)}`,
  "sheet.started": ({ count }: { count: number }, format: Format) =>
    `${products(count, format)} are being updated. Push them afterwards, so that TikTok shows it.`,
  "sheet.note.use": "leave as it is",
  "sheet.note.allowed": "allowed values",
  "sheet.note.brand": "id (name), as Find a brand copies it",
  "sheet.note.required": "required",
  "sheet.note.optional": "optional",
  "sheet.note.several": "several values parted by |",
  "sheet.note.one": "one value",
  "sheet.note.own": "own text allowed",
  "sheet.note.listed": "listed values only",
  "sheet.file.too_large": "The file is larger than 20 MB. Split it.",
  "sheet.file.workbook":
    "This is a workbook, not a CSV file. Save it as “CSV UTF-8” and upload that.",
  "sheet.file.encoding": "The file is neither UTF-8 nor UTF-16. Save it as “CSV UTF-8”.",
  "sheet.file.empty": "The file has no row with a product.",
  "sheet.file.quotes":
    "A quotation mark is opened and never closed, so rows cannot be told apart. Save the file anew from a spreadsheet.",
  "sheet.file.too_many_rows": "The file has more than 20,000 rows. Split it.",
  "sheet.file.no_product_column": "The column “Product ID” is missing. Download the products anew.",
  "sheet.file.unknown_columns": ({ value }: { value: string }) =>
    `These columns are not of this category: ${value}. Is it the file of another category?`,
  "sheet.file.column_twice": ({ value }: { value: string }) =>
    `These columns are there more than once: ${value}. Keep one of each.`,
  "sheet.cause.product_unknown": ({ value }: About) =>
    value ? `Your store has no product ${value}` : "The product's id is missing",
  "sheet.cause.product_elsewhere": ({ value }: About) =>
    `Product ${value} is in another category of TikTok Shop`,
  "sheet.cause.product_twice": ({ value }: About) =>
    `The product is there more than once (${value})`,
  "sheet.cause.column_unknown": ({ column }: About) =>
    `${column}: the category has no such attribute`,
  "sheet.cause.value_unknown": ({ column, value }: About) =>
    `${column}: “${value}” is not among the allowed values`,
  "sheet.cause.value_too_long": ({ column }: About) => `${column}: the value is too long`,
  "sheet.cause.value_unreadable": ({ column, value }: About) =>
    `${column}: “${value}” has no letter or digit`,
  "sheet.cause.value_no_number": ({ column, value }: About) =>
    `${column}: “${value}” is not a number above zero`,
  "sheet.cause.one_value_only": ({ column }: About) => `${column}: takes one value only`,
  "sheet.cause.too_many_values": ({ column, value }: About) =>
    `${column}: takes ${value} values at most`,
  "sheet.cause.number_shortened": ({ value }: About) =>
    `Brand ID: a spreadsheet shortened the number (${value}); paste id and name together`,
  "sheet.cause.brand_unknown": ({ value }: About) =>
    `Brand ID: TikTok knows no brand “${value}”; paste what Find a brand copies`,
};
