/**
 * Turns a store's description into plain, safe markup a channel accepts: known tags without
 * attributes, no pictures (a channel takes only its own), no scripts. It does not judge length.
 */
const KEPT = new Set(
  "p br ul ol li b strong i em u h1 h2 h3 h4 h5 h6 table thead tbody tr td th blockquote sub sup".split(
    " ",
  ),
);
const VOID = new Set(["br"]);
/** These end a line of text; dropping them without a trace would glue words together. */
const BLOCKS = new Set(
  "div section article header footer aside main hr figure pre dl dt dd".split(" "),
);
const DROPPED_WITH_CONTENT =
  /<(script|style|iframe|object|noscript|template|svg|head|title|textarea|select|video|audio)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** Answers markup that holds only kept tags, each without attributes and each closed. */
export function cleanHtml(html: string): string {
  const source = html
    .replace(/<!--[\s\S]*?(-->|$)/g, "")
    .replace(DROPPED_WITH_CONTENT, "")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
  const open: string[] = [];
  let out = "";
  let from = 0;
  for (const match of source.matchAll(TAG)) {
    out += cleanText(source.slice(from, match.index)) + tag(open, match[1] === "/", match[2] ?? "");
    from = match.index + match[0].length;
  }
  out += cleanText(source.slice(from));
  while (open.length > 0) out += `</${open.pop()}>`;
  return dropEmpty(out).trim();
}

function tag(open: string[], isClosing: boolean, rawName: string): string {
  const name = rawName.toLowerCase();
  if (!KEPT.has(name)) return BLOCKS.has(name) ? "<br>" : "";
  if (VOID.has(name)) return isClosing ? "" : `<${name}>`;
  if (!isClosing) {
    open.push(name);
    return `<${name}>`;
  }
  if (!open.includes(name)) return "";
  let out = "";
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    out += `</${last}>`;
    if (last === name) break;
  }
  return out;
}

/** A lone "<" or ">" is text, and says so. */
function cleanText(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function dropEmpty(html: string): string {
  let before = "";
  let after = html;
  while (after !== before) {
    before = after;
    after = before
      .replace(/<(p|b|strong|i|em|u|li|ul|ol|h[1-6])>(\s|&nbsp;|<br>)*<\/\1>/g, "")
      .replace(/(<br>\s*){3,}/g, "<br><br>")
      .replace(/^(\s*<br>)+|(<br>\s*)+$/g, "");
  }
  return after;
}

/** Readable words of a piece of markup, for suggestions and for judging emptiness. */
export function plainText(html: string): string {
  return cleanHtml(html)
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
