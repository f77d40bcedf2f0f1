/** What a merchant fills in for TikTok Shop, as a form: values by attribute. Pure. */
import type { ListingDetails } from "../../src/contract/catalogue";
import type { ProductRequirements } from "../../src/contract/listings";

export type AttributeRule = ProductRequirements["attributes"][number];
export type AttributeValue = { id?: string; name?: string };
export type DetailValues = Readonly<Record<string, readonly AttributeValue[]>>;

export function toValues(details: ListingDetails): DetailValues {
  return Object.fromEntries((details.attributes ?? []).map(({ id, values }) => [id, values]));
}

/** The form as the server takes it; what is empty is left out, all else stays as it is. */
export function fromValues(values: DetailValues, before: ListingDetails): ListingDetails {
  const attributes = Object.entries(values)
    .filter(([, chosen]) => chosen.length > 0)
    .map(([id, chosen]) => ({ id, values: chosen.map((value) => ({ ...value })) }));
  return { ...before, attributes };
}

/** Everything but the size chart. */
export function withoutSizeChart(details: ListingDetails): ListingDetails {
  const { sizeChartUri: _uri, ...rest } = details;
  return rest;
}

/** Required attributes that nobody filled in. */
export function missingAttributes(
  rules: readonly AttributeRule[],
  values: DetailValues,
): AttributeRule[] {
  return rules.filter((rule) => rule.isRequired && (values[rule.id]?.length ?? 0) === 0);
}

/** A typed text as a value: a known one by its id, another by its name where that is allowed. */
export function toValue(rule: AttributeRule, typed: string): AttributeValue | null {
  const text = typed.trim();
  if (!text) return null;
  const known = rule.values.find((value) => value.name.toLowerCase() === text.toLowerCase());
  if (known) return { id: known.id, name: known.name };
  return rule.isCustomizable || rule.values.length === 0 ? { name: text } : null;
}
