/** Which of a channel's values a text of the store seems to be. */
import { comparable } from "./comparable";
import type { ListingAttribute } from "./listing-rules";

export interface ValueProposal {
  id: string;
  name: string;
  /** Equal but for case and accents, or one within the other as whole words. */
  match: "equal" | "similar";
}

const termsOf = (text: string) => ` ${comparable(text).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;

/** Undefined: none, or several that are as likely. */
export function proposeValue(
  { values }: Pick<ListingAttribute, "values">,
  text: string,
): ValueProposal | undefined {
  const equal = values.find(({ name }) => comparable(name) === comparable(text));
  if (equal) return { ...equal, match: "equal" };
  const terms = termsOf(text);
  if (terms.trim() === "") return undefined;
  const [similar, ...others] = values.filter(({ name }) => {
    const known = termsOf(name);
    return known.trim() !== "" && (terms.includes(known) || known.includes(terms));
  });
  return similar && others.length === 0 ? { ...similar, match: "similar" } : undefined;
}
