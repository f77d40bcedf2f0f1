/** The shape of a check's wording. What is found and what to do are said only where it did not pass. */
import type { Facts, Fix } from "../problems/words";

type Text = string | ((facts: Facts) => string);

export interface CheckWording {
  /** What is looked at, as a short name. */
  title: string;
  /** Why it matters. */
  why: string;
  found: Text;
  act: Text;
  /** What the button does, where Weft can put it right by itself. */
  fix?: string;
  /** Where in Weft the merchant does it. */
  link?: Fix;
}

export type CheckList = Readonly<Record<string, CheckWording>>;

/** Picks the text for the state a finding names. */
export function byState(texts: Readonly<Record<string, Text>>, otherwise: Text) {
  return (facts: Facts): string => {
    const text = texts[String(facts["state"])] ?? otherwise;
    return typeof text === "string" ? text : text(facts);
  };
}
