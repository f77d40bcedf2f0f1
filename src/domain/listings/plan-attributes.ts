import type { AttributeValues, ListingAttribute, ListingDetails } from "./listing-rules";

type Feature = Readonly<{ name: string; value: string }>;

const MAX_CUSTOM_VALUE_LENGTH = 2_000;

/**
 * Fills a category's product attributes: what the merchant set wins, else the store's feature of
 * the same name. A value the category does not list is sent only where own values are allowed.
 * `missing` names required attributes nobody filled.
 */
export function planAttributes(
  attributes: readonly ListingAttribute[],
  details: ListingDetails,
  features: readonly Feature[],
): { filled: AttributeValues[]; missing: string[] } {
  const filled: AttributeValues[] = [];
  const missing: string[] = [];
  for (const attribute of attributes) {
    if (attribute.kind !== "product") continue;
    const values = fromDetails(attribute, details) ?? fromFeatures(attribute, features);
    if (values.length > 0)
      filled.push({ id: attribute.id, values: attribute.isMultiple ? values : values.slice(0, 1) });
    else if (attribute.isRequired) missing.push(attribute.name);
  }
  return { filled, missing };
}

function fromDetails(attribute: ListingAttribute, details: ListingDetails) {
  const set = details.attributes?.find(({ id }) => id === attribute.id);
  const known = new Set(attribute.values.map(({ id }) => id));
  const values = (set?.values ?? []).flatMap((value) => {
    if (value.id) return known.has(value.id) ? [{ id: value.id }] : [];
    return value.name?.trim() ? acceptedValue(attribute, value.name) : [];
  });
  return values.length > 0 ? values : undefined;
}

function fromFeatures(attribute: ListingAttribute, features: readonly Feature[]) {
  const name = comparable(attribute.name);
  const values = features
    .filter((feature) => comparable(feature.name) === name && feature.value.trim() !== "")
    .flatMap((feature) => acceptedValue(attribute, feature.value));
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = value.id ?? `=${value.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

function acceptedValue(
  attribute: ListingAttribute,
  text: string,
): { id?: string; name?: string }[] {
  const wanted = comparable(text);
  const known = attribute.values.find((value) => comparable(value.name) === wanted);
  if (known) return [{ id: known.id }];
  const name = text.trim();
  return attribute.isCustomizable && name.length <= MAX_CUSTOM_VALUE_LENGTH ? [{ name }] : [];
}

/** Names compare without case, accents, outer spaces and runs of spaces. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
