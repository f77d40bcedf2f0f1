/**
 * Reads markup as a browser does, into a tree of the tags that a description keeps. Text of tags that it does not keep
 * stands where they stood; only what a browser never shows is left out.
 */
import { Tokenizer } from "htmlparser2";

export interface HtmlElement {
  name: string;
  children: HtmlNode[];
}

export type HtmlNode = string | HtmlElement;

const names = (text: string) => new Set(text.split(" "));

const KEPT = names(
  "p br ul ol li b strong i em u h1 h2 h3 h4 h5 h6 table thead tbody tr td th blockquote sub sup",
);
const HEADINGS = names("h1 h2 h3 h4 h5 h6");
/** These end a line of text; dropping them without a trace would glue words together. */
const BLOCKS = names(
  "div section article header footer aside main nav hr figure figcaption pre dl dt dd address fieldset legend form details summary center option caption",
);
/** Their text is no markup, and no browser shows it. */
const RAW = names("script style iframe noembed noframes title");
/** A browser shows their text only where it cannot show them; one that never ends hides nothing. */
const HIDDEN = names("noscript template object svg video audio canvas datalist");
const END_PARAGRAPH = new Set([..."p ul ol table blockquote".split(" "), ...HEADINGS, ...BLOCKS]);
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names("ul ol"),
  thead: names("table"),
  tbody: names("table"),
  tr: names("table"),
  td: names("tr"),
  th: names("tr"),
};
/** What a tag ends before it begins, up to the list or table that both are in. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names("li"),
  td: names("td th"),
  th: names("td th"),
  tr: names("tr"),
  thead: names("thead tbody"),
  tbody: names("thead tbody"),
};
const SCOPES: Readonly<Record<string, ReadonlySet<string>>> = { li: names("ul ol table") };
const PARAGRAPH = names("p");
const TABLE = names("table");
const CELLS = names("td th");
const TABLE_PARTS = names("table thead tbody tr td th");

/** Deeper tags are left out, their text stays: nobody writes such a description, and nothing may overflow. */
const MAX_DEPTH = 32;

type Token = { text: string } | { open: string } | { close: string };

export function readHtml(html: string): HtmlNode[] {
  const tokens = tokensOf(html);
  const ends = hiddenEnds(tokens);
  const tree = new Tree();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const end = ends.get(at);
    if (end !== undefined) at = end;
    else if ("text" in token) tree.addText(token.text);
    else if ("open" in token) tree.open(token.open);
    else tree.close(token.close);
  }
  return tree.root.children;
}

function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  const nothing = () => {};
  const name = (from: number, to: number) => html.slice(from, to).toLowerCase();
  // A tag that never ends is no tag, and a browser shows nothing of it.
  let begun = "";
  const open = () => tokens.push({ open: begun });
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (from, to) => tokens.push({ text: html.slice(from, to) }),
      ontextentity: (codePoint) => tokens.push({ text: String.fromCodePoint(codePoint) }),
      onopentagname: (from, to) => (begun = name(from, to)),
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => tokens.push({ close: name(from, to) }),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tokens;
}

/** Where each hidden element that has an end ends, by the place where it begins. */
function hiddenEnds(tokens: readonly Token[]): Map<number, number> {
  const ends = new Map<number, number>();
  const closes = new Map<string, number[]>();
  for (const [at, token] of [...tokens.entries()].toReversed()) {
    const name = "open" in token ? token.open : "close" in token ? token.close : "";
    if (!HIDDEN.has(name)) continue;
    const later = closes.get(name) ?? [];
    closes.set(name, later);
    if ("close" in token) later.push(at);
    else {
      const end = later.pop();
      if (end !== undefined) ends.set(at, end);
    }
  }
  return ends;
}

class Tree {
  readonly root: HtmlElement = { name: "", children: [] };
  readonly #open: HtmlElement[] = [this.root];
  #raw = "";

  addText(text: string): void {
    if (this.#raw) return;
    const { children } = this.#top();
    const last = children.length - 1;
    if (typeof children[last] === "string") children[last] += text;
    else children.push(text);
  }

  open(name: string): void {
    if (RAW.has(name)) {
      this.#raw = name;
      return;
    }
    if (END_PARAGRAPH.has(name)) this.#end(PARAGRAPH, CELLS);
    if (HEADINGS.has(name) && HEADINGS.has(this.#top().name)) this.#open.pop();
    const ends = ENDS[name];
    if (ends) this.#end(ends, SCOPES[name] ?? TABLE);
    if (name === "br" || BLOCKS.has(name)) this.#break();
    else if (KEPT.has(name) && this.#hasParent(name)) this.#push(name);
    else if (KEPT.has(name)) this.#break();
  }

  close(name: string): void {
    if (this.#raw) {
      if (name === this.#raw) this.#raw = "";
      return;
    }
    if (name === "br" || BLOCKS.has(name)) this.#break();
    else if (KEPT.has(name)) this.#end(new Set([name]), TABLE_PARTS.has(name) ? TABLE : CELLS);
  }

  #top(): HtmlElement {
    return this.#open.at(-1) ?? this.root;
  }

  #break(): void {
    this.#top().children.push({ name: "br", children: [] });
  }

  #push(name: string): void {
    if (this.#open.length > MAX_DEPTH) return;
    const element = { name, children: [] };
    this.#top().children.push(element);
    this.#open.push(element);
  }

  #hasParent(name: string): boolean {
    const parents = PARENTS[name];
    return !parents || this.#open.some((element) => parents.has(element.name));
  }

  /** Ends the nearest element of these names and all in it, unless the end of a scope lies between. */
  #end(wanted: ReadonlySet<string>, scope: ReadonlySet<string>): void {
    const at = this.#open.findLastIndex(({ name }) => wanted.has(name) || scope.has(name));
    if (at > 0 && wanted.has(this.#open[at]?.name ?? "")) this.#open.length = at;
  }
}
