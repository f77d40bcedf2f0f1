// The checks a field goes through before it is stored, with the codes of the real store.
import type { Field, Flavour, Resource } from "../data/schema";
import { ApiFailure } from "../failure";
import type { SentEntity } from "../draft";

const FORBIDDEN: Record<string, RegExp> = {
  isCustomerName: /[0-9!<>,;?=+()@#"°{}_$%:¤|]/u,
  isName: /[0-9!<>,;?=+()@#"°{}_$%:¤|]/u,
  isCatalogName: /[<>;=#{}]/,
  isGenericName: /[<>={}]/,
  IsGenericName: /[<>={}]/,
  isReference: /[<>;={}]/,
  isCleanHtml: /<\s*script|<\s*iframe|on(click|load|error|mouse\w+)\s*=/i,
  isMessage: /[<>{}]/,
  isAddress: /[!<>?=+@{}_$%]/,
  isCityName: /[!<>;?=+@#"°{}_$%]/,
  isTrackingNumber: /[~:,%()[\]!;]/,
};

const REQUIRED_FORM: Record<string, RegExp> = {
  isUnsignedId: /^\d*$/,
  isNullOrUnsignedId: /^\d*$/,
  isUnsignedInt: /^\d*$/,
  isInt: /^-?\d*$/,
  isBool: /^[01]?$/,
  isPrice: /^\d{0,10}(\.\d{1,9})?$/,
  isNegativePrice: /^-?\d{0,10}(\.\d{1,9})?$/,
  isUnsignedFloat: /^\d*(\.\d+)?$/,
  isFloat: /^-?\d*(\.\d+)?$/,
  isEmail: /^[^\s@<>()[\],;:\\"]+@[^\s@.]+(\.[^\s@.]+)+$/,
  isPostCode: /^[a-zA-Z 0-9-]*$/,
  isPhoneNumber: /^[+0-9. ()/-]*$/,
  isEan13: /^\d{0,13}$/,
  isGtin: /^\d{0,14}$/,
  isUpc: /^\d{0,12}$/,
  isIsbn: /^[0-9-]{0,32}$/,
  isLinkRewrite: /^[_a-zA-Z0-9-]*$/,
  isProductVisibility: /^(both|catalog|search|none)?$/,
  isReductionType: /^(amount|percentage)$/,
  isDate: /^(\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?)?$/,
  isDateFormat: /^(\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?)?$/,
  isMd5: /^([0-9a-f]{32})?$/i,
};

function isValid(field: Field, value: string): boolean {
  if (field.maxSize !== undefined && [...value].length > field.maxSize) return false;
  const format = field.format ?? "";
  const form = REQUIRED_FORM[format];
  if (form && !form.test(value)) return false;
  return !(FORBIDDEN[format]?.test(value) ?? false);
}

const invalid = (resource: Resource, field: Field, flavour: Flavour) => {
  const arrow = flavour === "8.2.1" ? "-&gt;" : "->";
  const message = `Validation error: "Property ${resource.entity}${arrow}${field.name} is not valid"`;
  return new ApiFailure(400, field.i18n ? 84 : 85, message);
};

/**
 * Names the first required field that is missing; `demanded` are those a merchant has made required, as
 * "addresses company".
 */
export function checkRequired(
  resource: Resource,
  sent: SentEntity,
  demanded: readonly string[],
): void {
  const missing = resource.fields.find((field) => {
    const value = sent.fields[field.name];
    const isRequired = field.required || demanded.includes(`${resource.name} ${field.name}`);
    return isRequired && (value === undefined || value === "");
  });
  if (missing) throw new ApiFailure(400, 41, `parameter "${missing.name}" required`);
}

/** Refuses the first text that its column does not accept. */
export function checkFormats(resource: Resource, sent: SentEntity, flavour: Flavour): void {
  for (const field of resource.fields) {
    const value = sent.fields[field.name];
    if (value === undefined || field.readOnly) continue;
    const texts = typeof value === "string" ? [value] : Object.values(value);
    if (texts.some((text) => !isValid(field, text))) throw invalid(resource, field, flavour);
  }
}
