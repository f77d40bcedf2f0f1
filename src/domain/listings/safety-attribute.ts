/**
 * Attributes by which a seller answers for a danger: batteries, dangerous goods, ages, warnings. No
 * machine proposes their values.
 */
import type { ListingAttribute } from "./listing-rules";

/** Beginnings of words, in the languages in which a channel names attributes. */
const STEMS = [
  "batter|bateri|akku|cell\\b|cells\\b|lithium|pile\\b|piles\\b",
  "danger|hazard|gefahr|peligr|pericol|flamm|inflam|infiamm|entzünd|aerosol|explos|toxi|giftig",
  "warning|warnhinweis|avertiss|advertenc|avvertenz|safety|sicherheit|sécurité|segurid|sicurezza",
  "age\\b|ages\\b|altersempf|âge|edad|età\\b",
  "chok|allerg|biocid|clp\\b|ghs\\b|regulatory|compliance|prop(osition)? 65",
].join("|");

const NAMES = new RegExp(`(^|[^\\p{L}])(${STEMS})`, "iu");

/** Ids of those among a category's attributes, with what their answers require in turn. */
export function safetyAttributes(attributes: readonly ListingAttribute[]): ReadonlySet<string> {
  const found = new Set(attributes.filter(({ name }) => NAMES.test(name)).map(({ id }) => id));
  let seen: number;
  do {
    seen = found.size;
    for (const { id, requiredWhen = [] } of attributes)
      if (requiredWhen.some(({ attributeId }) => found.has(attributeId))) found.add(id);
  } while (found.size > seen);
  return found;
}
