import { cleanLine, isReadable } from "./channel-text";
import { comparable } from "./comparable";
import type { AttributeValue } from "./listing-details";
import type { ListingAttribute } from "./listing-rules";

const MAX_CUSTOM_VALUE_LENGTH = 2_000;

/** "12", "0.5" or ".5", more than nothing. */
const isPositive = (text: string) => /^(\d+(\.\d+)?|\.\d+)$/.test(text) && Number(text) > 0;

/** A decimal comma is how much of Europe writes it. */
const toNumber = (text: string) => text.replace(/^(\d+),(\d+)$/, "$1.$2");

/** What of an attribute decides which values it takes. */
type TakingAttribute = Pick<ListingAttribute, "values" | "isCustomizable" | "isMultiple"> & {
  format?: ListingAttribute["format"] | undefined;
};

type GivenValue = { [Part in keyof AttributeValue]?: string | undefined };

/**
 * The values that an attribute takes: the category's own by id or by name, another text where the
 * category allows one; each once, and only the first where one is all it takes. Undefined: none.
 */
export function acceptedValues(
  attribute: TakingAttribute,
  values: readonly GivenValue[],
): AttributeValue[] | undefined {
  const seen = new Set<string>();
  const accepted = values
    .flatMap((value) => acceptedValue(attribute, value))
    .filter(({ id, name }) => {
      const key = id ?? `=${name}`;
      return !seen.has(key) && seen.add(key);
    });
  if (accepted.length === 0) return undefined;
  return attribute.isMultiple ? accepted : accepted.slice(0, 1);
}

function acceptedValue(
  { values, isCustomizable, format }: TakingAttribute,
  { id, name }: GivenValue,
): AttributeValue[] {
  if (id) return values.some((value) => value.id === id) ? [{ id }] : [];
  const text = name?.trim();
  if (!text) return [];
  const known = values.find((value) => comparable(value.name) === comparable(text));
  if (known) return [{ id: known.id }];
  const free = format ? toNumber(cleanLine(text)) : cleanLine(text);
  const isFit = format ? isPositive(free) : isReadable(free);
  const isTaken = isCustomizable && free.length <= MAX_CUSTOM_VALUE_LENGTH && isFit;
  return isTaken ? [{ name: free }] : [];
}
