/** What a merchant fills in for TikTok Shop, as a form: values by attribute. Pure. */
import type { DetailsPatch, ListingDetails } from "../../src/contract/catalogue";
import type { AttributeDemand, Demands } from "../../src/contract/demands";
import { acceptedValues } from "../../src/domain/listings/accepted-values";
import { askedAttributes, type ChosenValues } from "../../src/domain/listings/asked-fields";
import type { FormLevel } from "./form-level";

export type AttributeValue = { id?: string | undefined; name?: string | undefined };
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

/** The contract's limit of a value's text. */
export const MAX_VALUE_LENGTH = 200;

/** Why a value does not count; undefined: all of them do. */
export function valueFault(
  rule: AttributeDemand,
  values: readonly AttributeValue[],
): "number" | "words" | "length" | undefined {
  if (values.some(({ name = "" }) => name.length > MAX_VALUE_LENGTH)) return "length";
  if (values.every((value) => acceptedValues(rule, [value]))) return undefined;
  return rule.format ? "number" : "words";
}

/** What counts of each attribute: what the form holds and the channel takes, else what the level below would give. */
export function effectiveValues(
  { attributes }: Pick<Demands, "attributes">,
  { inheritedOf }: Pick<FormLevel, "inheritedOf">,
  values: DetailValues,
): ChosenValues {
  const known = attributes.map((rule) => {
    const own = acceptedValues(rule, values[rule.id] ?? []);
    const below = inheritedOf(`attribute:${rule.id}`)?.values ?? [];
    return [rule.id, own ?? below] as const;
  });
  return new Map(known.filter(([, chosen]) => chosen.length > 0) as [string, object[]][]);
}

/** Attributes that are required beside these values, and that nobody filled in. */
export function missingAttributes(
  { attributes }: Pick<Demands, "attributes">,
  chosen: ChosenValues,
): AttributeDemand[] {
  const asked = askedAttributes(attributes, chosen);
  return attributes.filter(({ id }) => asked.get(id) === true && !chosen.has(id));
}

/** A typed text as a value: a known one by its id, another by its name where that is allowed. */
export function toValue(
  rule: Pick<AttributeDemand, "values" | "isCustomizable">,
  typed: string,
): AttributeValue | null {
  const text = typed.trim();
  if (!text) return null;
  const known = rule.values.find((value) => value.name.toLowerCase() === text.toLowerCase());
  if (known) return { id: known.id, name: known.name };
  return rule.isCustomizable || rule.values.length === 0 ? { name: text } : null;
}
