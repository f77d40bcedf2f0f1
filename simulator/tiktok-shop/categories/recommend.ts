import { CATEGORIES, type Category } from "./tree";

/** Lower-case words without their plural s, so that "Mugs" meets "mug". */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/(\w)-(\w)/g, "$1$2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/(?<=\w{3})(?:e?s)$/, ""));

const SCORE_LEAF = 10;

function score(category: Category, title: ReadonlySet<string>): number {
  const leafWords = wordsOf(category.name);
  const hits = leafWords.filter((word) => title.has(word)).length;
  if (hits === 0) return 0;
  const above = wordsOf(category.path.slice(0, -1).join(" "));
  const said = [...title];
  const aboveHits = above.filter((word) => said.some((given) => word.startsWith(given))).length;
  return (SCORE_LEAF * hits) / leafWords.length + aboveHits;
}

/** The leaf with the best score for a title; undefined when no word of a leaf is in the title. */
export function recommendCategory(title: string): Category | undefined {
  const words = new Set(wordsOf(title));
  const ranked = CATEGORIES.filter((category) => category.isLeaf)
    .map((category) => ({ category, points: score(category, words) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  return ranked[0]?.category;
}
