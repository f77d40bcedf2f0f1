/**
 * Turns a store's description into plain, safe markup a channel accepts: known tags without attributes, no pictures
 * (a channel takes only its own), no scripts, and every word that a browser would show. It does not judge length.
 * Time grows with the length of the text, whatever stands in it.
 */
import { atStart, cleanText, isReadable, type TextEnd } from "./channel-text";
import { readHtml, type HtmlElement, type HtmlNode } from "./read-html";

const KEPT_WITHOUT_TEXT = new Set(["td", "th"]);
const INLINE = new Set(["b", "strong", "i", "em", "u", "sub", "sup"]);

/** What is left out may bring together what makes a row of equal signs or an escape. */
const MAX_ROUNDS = 4;

/** Answers markup that holds only kept tags, each without attributes and each closed; "" where nothing is to read. */
export function cleanHtml(html: string): string {
  let markup = cleanOnce(html);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const again = cleanOnce(markup);
    if (again === markup) break;
    markup = again;
  }
  return markup;
}

function cleanOnce(html: string): string {
  const markup = renderAll(readHtml(html), atStart());
  return isReadable(withoutTags(markup)) ? trimBreaks(markup) : "";
}

/** Readable words of a piece of markup, for suggestions and for judging emptiness. */
export function plainText(html: string): string {
  return withoutTags(cleanHtml(html)).replace(/\s+/g, " ").trim();
}

/** Cleaned text as markup. */
export function toParagraph(text: string): string {
  return `<p>${withoutOpening(text)}</p>`;
}

function renderAll(nodes: readonly HtmlNode[], end: TextEnd): string {
  return nodes.map((node) => render(node, end)).join("");
}

function render(node: HtmlNode, end: TextEnd): string {
  if (typeof node === "string") return withoutOpening(cleanText(node, end));
  if (node.name === "br") return "<br>";
  const inner = renderAll(node.children, end);
  if (isEmpty(node, inner)) return INLINE.has(node.name) ? inner : "";
  return `<${node.name}>${inner}</${node.name}>`;
}

function isEmpty({ name }: HtmlElement, inner: string): boolean {
  return !KEPT_WITHOUT_TEXT.has(name) && withoutTags(inner).trim() === "";
}

/** All "<" of cleaned markup begin a tag. */
const withoutTags = (markup: string) => markup.replace(/<[^>]*>/g, " ");

/** No escape may say that a "<" is text, so another sign does. */
const withoutOpening = (text: string) => text.replaceAll("<", "‹");

function trimBreaks(markup: string): string {
  return markup
    .replace(/<br>\s*<br>(?:\s*<br>)+/g, "<br><br>")
    .replace(/^(\s*<br>)+|(<br>\s*)+$/g, "")
    .trim();
}
