/** What a store says of a product, cut into clauses: each says one thing of one subject. */
import type { SourceProduct } from "../catalogue/source-product";
import { readHtml, type HtmlNode } from "../listings/read-html";
import { foldText } from "../search-text";
import { CARE, OTHER_PRODUCT, PLAIN_LABELS } from "./cues";
import { wordsOf } from "./words";

export const PLACES = ["feature", "title", "description", "manufacturer"] as const;
/** Where a store says something. */
export type Place = (typeof PLACES)[number];

export interface Clause {
  place: Place;
  /** What stands before a colon or in the first cell of a row; absent: nothing that names a subject. */
  label?: string;
  /** As the store writes it. */
  text: string;
  /** Of the text, as `wordsOf` gives them. */
  words: readonly string[];
}

/** More of a description is not read: what a product is stands at its beginning. */
const MOST_CHARACTERS = 20_000;
const MOST_CLAUSES = 400;
const LONGEST_LABEL = 5;

/** Everything the store says of the product in its own language, the surest places first. */
export function clausesOf(
  product: Pick<SourceProduct, "name" | "description" | "features" | "brand">,
): Clause[] {
  const features = product.features.map(({ name, value }) => toClause("feature", value, name));
  const title = product.name.split(/\s[-–—|]\s/).map((text) => toClause("title", text));
  return [...features, ...title, ...described(product.description)].slice(0, MOST_CLAUSES);
}

function toClause(place: Place, text: string, label?: string): Clause {
  const clause = { place, text: text.trim(), words: wordsOf(text) };
  const isPlain = label === undefined || wordsOf(label).every((word) => PLAIN_LABELS.has(word));
  return isPlain ? clause : { ...clause, label: foldText(label) };
}

function described(html: string): Clause[] {
  return linesOf(readHtml(html.slice(0, MOST_CHARACTERS))).flatMap(({ label, text }) =>
    label === undefined
      ? sentencesOf(text).flatMap(spoken)
      : partsOf(text).map((part) => toClause("description", part, label)),
  );
}

/** Sentences of other products and of care are left out; the rest is cut at commas. */
function spoken(sentence: string): Clause[] {
  const folded = wordsOf(sentence).join(" ");
  if (OTHER_PRODUCT.test(folded) || CARE.test(folded)) return [];
  return partsOf(sentence).map((part) => toClause("description", part));
}

const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+|[;•·✓✔►➤★|\n]+/u).filter(Boolean);

/** At commas that do not stand within a number, and at dashes. */
const partsOf = (text: string) => text.split(/,(?!\d)|\s[-–—]\s/).filter((part) => part.trim());

interface Line {
  label?: string;
  text: string;
}

function linesOf(nodes: readonly HtmlNode[]): Line[] {
  const lines: Line[] = [];
  let open = "";
  const end = () => {
    if (open.trim()) lines.push(labelled(open));
    open = "";
  };
  const walk = (node: HtmlNode) => {
    if (typeof node === "string") open += node;
    else if (node.name === "tr") {
      end();
      lines.push(...rowOf(node.children));
    } else if (INLINE.has(node.name)) node.children.forEach(walk);
    else {
      end();
      node.children.forEach(walk);
      end();
    }
  };
  nodes.forEach(walk);
  end();
  return lines;
}

const INLINE = new Set(["b", "strong", "i", "em", "u", "sub", "sup"]);

/** A row of two cells names its subject in the first. */
function rowOf(cells: readonly HtmlNode[]): Line[] {
  const texts = cells
    .map(textOf)
    .map((text) => text.trim())
    .filter(Boolean);
  const [label = "", text = "", ...more] = texts;
  if (texts.length === 2 && wordsOf(label).length <= LONGEST_LABEL)
    return [{ label: label.replace(/:$/, ""), text }];
  return more.length > 0 || texts.length > 0 ? texts.map((one) => labelled(one)) : [];
}

function textOf(node: HtmlNode): string {
  if (typeof node === "string") return node;
  return node.children.map(textOf).join(INLINE.has(node.name) ? "" : " ");
}

/** "Material: 100 % cotton" */
function labelled(text: string): Line {
  const [, label = "", value = ""] =
    /^\s*[-–•*]?\s*([^:.!?]{2,40}?)\s*:\s*(\S.*)$/s.exec(text) ?? [];
  const count = wordsOf(label).length;
  return value && count > 0 && count <= LONGEST_LABEL ? { label, text: value } : { text };
}
