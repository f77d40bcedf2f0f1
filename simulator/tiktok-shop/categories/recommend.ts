import { CATEGORIES, type Category } from "./tree";

/** Lower-case terms without their plural s, so that "Mugs" meets "mug". */
const termsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/(\w)-(\w)/g, "$1$2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term.length > 2)
    .map((term) => term.replace(/(?<=\w{3})(?:e?s)$/, ""));

const SCORE_LEAF = 10;

function score(category: Category, title: ReadonlySet<string>): number {
  const leafTerms = termsOf(category.name);
  const hits = leafTerms.filter((term) => title.has(term)).length;
  if (hits === 0) return 0;
  const above = termsOf(category.path.slice(0, -1).join(" "));
  const said = [...title];
  const aboveHits = above.filter((term) => said.some((given) => term.startsWith(given))).length;
  return (SCORE_LEAF * hits) / leafTerms.length + aboveHits;
}

/** The leaf with the best score for a title; undefined when no term of a leaf is in the title. */
export function recommendCategory(title: string): Category | undefined {
  const terms = new Set(termsOf(title));
  const ranked = CATEGORIES.filter((category) => category.isLeaf)
    .map((category) => ({ category, points: score(category, terms) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  return ranked[0]?.category;
}
