/** What a merchant fills in for TikTok Shop, as a form: values by attribute. Pure. */
import type { DetailsPatch, ListingDetails } from "../../src/contract/catalogue";
import type { ProductRequirements } from "../../src/contract/listings";

export type AttributeRule = Omit<ProductRequirements["attributes"][number], "origin">;
export type AttributeValue = { id?: string; name?: string };
export type DetailValues = Readonly<Record<string, readonly AttributeValue[]>>;

export function toValues(details: ListingDetails): DetailValues {
  return { ...details.attributes };
}

/** What was changed in the form since `before`; an attribute that was emptied is taken away. */
export function toAttributePatch(
  values: DetailValues,
  before: DetailValues,
): NonNullable<DetailsPatch["attributes"]> {
  const changed = Object.entries(values).filter(([id, chosen]) => !isSame(chosen, before[id]));
  return Object.fromEntries(
    changed.map(([id, chosen]) => [
      id,
      chosen.length > 0 ? chosen.map((value) => ({ ...value })) : null,
    ]),
  );
}

function isSame(
  chosen: readonly AttributeValue[],
  before: readonly AttributeValue[] = [],
): boolean {
  return (
    chosen.length === before.length &&
    chosen.every(({ id, name }, at) => id === before[at]?.id && name === before[at]?.name)
  );
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
