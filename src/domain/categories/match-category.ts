/**
 * Finds the channel category whose terms fit a source category best, and weighs that against what
 * the channel itself suggests. Pure text comparison: it knows no language and no platform.
 */
import { comparable } from "../listings/comparable";

export interface Leaf {
  id: string;
  path: string;
  permission: string;
}

export interface Suggestion {
  categoryId: string;
  path: string;
  /** 0 to 100. */
  confidence: number;
}

/** Terms that fit every shop and so distinguish nothing. */
const EMPTY_TERMS = new Set(
  "and or the for with of a an in on to de des du la le les et und der die das home accueil root other others all misc new sale".split(
    " ",
  ),
);
/** The channel saw title and description; a text match saw a few terms. */
const CHANNEL_CONFIDENCE = 70;
const MAX_TEXT_CONFIDENCE = 90;

/** Comparable terms: no accents, no plural s, nothing that fits everything. */
export function termsOf(text: string): string[] {
  return comparable(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term.length > 1 && !EMPTY_TERMS.has(term))
    .map(singular);
}

function singular(term: string): string {
  if (term.length <= 3 || term.endsWith("ss")) return term;
  if (term.endsWith("ies")) return `${term.slice(0, -3)}y`;
  return term.endsWith("s") ? term.slice(0, -1) : term;
}

/**
 * The best leaf the shop may sell in, or undefined when no term of the category or the title is
 * found. Terms of the leaf's own name and of the source's last name weigh most.
 */
export function matchCategory(
  source: { path: string; title: string },
  leaves: readonly Leaf[],
): Suggestion | undefined {
  const wanted = weighTerms(source);
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return undefined;
  let best: { leaf: Leaf; score: number } | undefined;
  for (const leaf of leaves) {
    if (leaf.permission !== "available") continue;
    const score = scoreLeaf(leaf, wanted, total);
    if (score > 0 && (!best || isBetter(score, leaf, best))) best = { leaf, score };
  }
  if (!best) return undefined;
  const confidence = Math.round(best.score * MAX_TEXT_CONFIDENCE);
  return confidence < 1
    ? undefined
    : { categoryId: best.leaf.id, path: best.leaf.path, confidence };
}

function weighTerms(source: { path: string; title: string }): Map<string, number> {
  const names = source.path.split(" > ");
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  add(source.title, 1);
  for (const name of names.slice(0, -1)) add(name, 1);
  add(names.at(-1) ?? "", 4);
  return weights;
}

/** 0 to 1: how much of what is wanted the leaf says, less what it says besides. */
function scoreLeaf(leaf: Leaf, wanted: ReadonlyMap<string, number>, total: number): number {
  const names = leaf.path.split(" > ");
  const own = new Set(termsOf(names.at(-1) ?? ""));
  const above = new Set(termsOf(names.slice(0, -1).join(" ")));
  if (own.size === 0) return 0;
  let found = 0;
  let ownFound = 0;
  for (const [term, weight] of wanted) {
    if (own.has(term)) {
      found += weight;
      ownFound += 1;
    } else if (above.has(term)) found += weight / 2;
  }
  if (ownFound === 0) return 0;
  return (found / total) * 0.7 + (ownFound / own.size) * 0.3;
}

function isBetter(score: number, leaf: Leaf, best: { leaf: Leaf; score: number }): boolean {
  if (score !== best.score) return score > best.score;
  if (leaf.path.length !== best.leaf.path.length) return leaf.path.length < best.leaf.path.length;
  return leaf.id < best.leaf.id;
}

/**
 * The suggestion to show: both agreeing is near certain; the channel's choice beats ours when they
 * differ, unless it names a category the shop may not sell in.
 */
export function chooseSuggestion(
  fromChannel: { categoryId: string } | undefined,
  fromText: Suggestion | undefined,
  leaves: readonly Leaf[],
): Suggestion | undefined {
  const leaf = leaves.find(
    ({ id, permission }) => id === fromChannel?.categoryId && permission === "available",
  );
  if (!leaf) return fromText;
  if (fromText?.categoryId !== leaf.id)
    return { categoryId: leaf.id, path: leaf.path, confidence: CHANNEL_CONFIDENCE };
  const confidence = Math.min(100, CHANNEL_CONFIDENCE + Math.round(fromText.confidence / 3));
  return { categoryId: leaf.id, path: leaf.path, confidence };
}
