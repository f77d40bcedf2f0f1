/**
 * Attributes by which a seller answers for a danger: batteries, dangerous goods, ages, warnings. No
 * machine proposes their values.
 */
import { comparable } from "./comparable";
import type { ListingAttribute } from "./listing-rules";

/** Beginnings of words, in the languages in which a channel names attributes; without accents. */
const STEMS = [
  "battery|batteri|bateri|akku|accumul|acumulad|lithium|litio|knopfzell",
  "danger|hazard|gefahr|peligr|pericol|flamm|inflam|infiamm|entzund|brennbar|aerosol",
  "explos|esplos|toxi|tossic|giftig|veneno|velen|corros|atzend|alters",
  "warning|warnhinweis|warnung|avertiss|advertenc|avvertenz",
  "safety|sicherheit|securite|segurid|sicurezza",
  "chok|erstick|etouff|asfix|soffoc|allerg|alerg|biocid|biozid",
  "regulatory|compliance|konformit|conformit|conformid",
].join("|");

/** Words that are meant alone: longer ones that begin so mean something else. */
const WHOLE = [
  "cells?|pil[ae]s?|clp|ghs|sgh|prop(osition)? 65",
  "ages?|(mindest|hochst|einstiegs)?alter|edad(es)?|eta",
].join("|");

// No \b: a letter to it is one of ASCII.
const NAMES = new RegExp(`(?<!\\p{L})((${STEMS})|(${WHOLE})(?!\\p{L}))`, "u");

const isSafety = ({ name }: ListingAttribute) => NAMES.test(comparable(name));

/** Ids of those among a category's attributes, with what their answers require in turn. */
export function safetyAttributes(attributes: readonly ListingAttribute[]): ReadonlySet<string> {
  const found = new Set(attributes.filter(isSafety).map(({ id }) => id));
  let seen: number;
  do {
    seen = found.size;
    for (const { id, requiredWhen = [] } of attributes)
      if (requiredWhen.some(({ attributeId }) => found.has(attributeId))) found.add(id);
  } while (found.size > seen);
  return found;
}
