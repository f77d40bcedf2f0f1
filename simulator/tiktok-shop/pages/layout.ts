/** Text that is already HTML. */
export interface Html {
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

type Part = string | number | Html | readonly Html[] | undefined;

function toHtml(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "object")
    return "html" in part ? part.html : part.map(({ html }) => html).join("");
  return escapeHtml(String(part));
}

/** A template whose values are escaped unless they are HTML. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const rest = parts.map((part, index) => toHtml(part) + (strings[index + 1] ?? ""));
  return { html: (strings[0] ?? "") + rest.join("") };
}

const CSS = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--accent:#0b6b74}
@media (prefers-color-scheme:dark){:root{--accent:#5fc4ce}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;margin:0;padding:0 1.25rem 3rem;max-width:78rem;margin-inline:auto}
header{display:flex;gap:1.25rem;align-items:baseline;flex-wrap:wrap;padding:1rem 0;border-bottom:1px solid var(--line)}
header strong{font-size:1.1rem}a{color:var(--accent)}
h1{font-size:1.35rem;margin:1.25rem 0 .75rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;background:var(--soft)}.scroll{overflow-x:auto}
button,input,select{font:inherit;padding:.3rem .6rem;border:1px solid var(--line);border-radius:.4rem;background:var(--soft);color:inherit}
button{cursor:pointer}button:hover{border-color:var(--accent)}
form.row{display:inline-flex;gap:.35rem;margin:.1rem .25rem .1rem 0;flex-wrap:wrap}
form.stack{display:grid;gap:.8rem;max-width:30rem}label{display:grid;gap:.2rem}label.line{display:flex;gap:.5rem;align-items:center}
.note{padding:.6rem .9rem;border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:.3rem;margin:1rem 0}
small,.dim{opacity:.75}code{font-size:.9em}img{border-radius:.3rem;object-fit:cover}
`;

/** A whole page. */
export function page(title: string, navigation: Html, body: Html, status = 200): Response {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${CSS}</style></head><body>${navigation.html}<main>${body.html}</main></body></html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, { status, headers });
}

/** A button that posts hidden values. */
export function action(url: string, label: string, values: Readonly<Record<string, string>>): Html {
  const fields = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form class="row" method="post" action="${url}">
    ${fields}<button>${label}</button>
  </form>`;
}

/** Back to a page after a POST. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location } });
