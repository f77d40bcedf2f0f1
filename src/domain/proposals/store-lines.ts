/** What a store says of a product in its own words, line by line, without the markup. */
import type { SourceProduct } from "../catalogue/source-product";
import { readHtml, type HtmlNode } from "../listings/read-html";

export const PLACES = ["feature", "title", "description"] as const;
/** Where a store says something. */
export type Place = (typeof PLACES)[number];

export interface StoreLine {
  place: Place;
  /** A feature's name, what stands before a colon, or the first of two cells. */
  label?: string;
  text: string;
}

/** More of a description is not read: what a product is stands at its beginning. */
const MOST_MARKUP = 40_000;
const MOST_TEXT = 8_000;
const LONGEST_LABEL = 5;

/** The surest places first. */
export function storeLines({
  name,
  description,
  features,
}: Pick<SourceProduct, "name" | "description" | "features">): StoreLine[] {
  const said = features.map((one) => ({
    place: "feature" as const,
    label: one.name,
    text: one.value,
  }));
  return [...said, { place: "title", text: name }, ...described(description)];
}

function described(html: string): StoreLine[] {
  const lines: StoreLine[] = [];
  let left = MOST_TEXT;
  for (const line of linesOf(readHtml(html.slice(0, MOST_MARKUP)))) {
    left -= line.text.length;
    if (left < 0) break;
    lines.push({ place: "description", ...line });
  }
  return lines;
}

type Line = Pick<StoreLine, "label" | "text">;

const INLINE = new Set(["b", "strong", "i", "em", "u", "sub", "sup"]);

function linesOf(nodes: readonly HtmlNode[]): Line[] {
  const lines: Line[] = [];
  let open = "";
  const end = () => {
    if (open.trim()) lines.push(labelled(open.trim()));
    open = "";
  };
  const walk = (node: HtmlNode) => {
    if (typeof node === "string") open += node;
    else if (INLINE.has(node.name)) node.children.forEach(walk);
    else {
      end();
      if (node.name === "tr") lines.push(...rowOf(node.children));
      else node.children.forEach(walk);
      end();
    }
  };
  nodes.forEach(walk);
  end();
  return lines;
}

/** A row of two cells names its subject in the first. */
function rowOf(cells: readonly HtmlNode[]): Line[] {
  const texts = cells.map((cell) => textOf(cell).trim()).filter(Boolean);
  const [label = "", text = ""] = texts;
  if (texts.length === 2 && isShort(label)) return [{ label: label.replace(/:$/, ""), text }];
  return texts.map(labelled);
}

function textOf(node: HtmlNode): string {
  if (typeof node === "string") return node;
  return node.children.map(textOf).join(INLINE.has(node.name) ? "" : " ");
}

const isShort = (label: string) => label.split(/\s+/).length <= LONGEST_LABEL;

/** "Material: 100 % cotton" */
function labelled(text: string): Line {
  const [, label = "", value = ""] = /^\W{0,3}([^:.!?]{2,40}?)\s*:\s*(\S.*)$/su.exec(text) ?? [];
  return value && isShort(label) ? { label, text: value } : { text };
}
