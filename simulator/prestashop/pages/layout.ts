import { html, type Markup } from "./html";

const STYLE = `
:root { color-scheme: light dark; --line: #cfd6dd; --accent: #25697f; --paper: #fff; --soft: #f4f6f8; }
@media (prefers-color-scheme: dark) { :root { --line: #3b444d; --accent: #7cc3da; --paper: #14181c; --soft: #1d2329; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--paper); }
header { padding: .75rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); }
header nav { display: flex; flex-wrap: wrap; gap: 1rem; }
header p { margin: 0 0 .25rem; }
a { color: var(--accent); }
a[aria-current] { font-weight: 700; }
main { padding: 1rem; max-width: 72rem; margin: 0 auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0; font-weight: 600; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
.scroll { overflow-x: auto; position: relative; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .25rem 0; }
form.tall { flex-direction: column; align-items: start; max-width: 36rem; }
label { display: inline-flex; flex-direction: column; }
label.tick { flex-direction: row; gap: .4rem; align-items: center; }
input, select, button { font: inherit; padding: .3rem .5rem; }
input[type=number] { width: 7rem; }
button { border: 1px solid var(--accent); border-radius: .3rem; cursor: pointer; }
fieldset { border: 1px solid var(--line); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .2rem; }
.notice { padding: .5rem .75rem; border-left: 4px solid var(--accent); background: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
code { overflow-wrap: anywhere; }
`;

const PAGES = [
  ["products", "Products"],
  ["orders", "Orders"],
  ["webservice", "Webservice keys"],
  ["module", "Module"],
  ["settings", "Settings"],
] as const;

/** A whole page of the back office. */
export function layout(
  baseUrl: string,
  shopName: string,
  current: string,
  title: string,
  content: Markup,
): string {
  const links = PAGES.map(
    ([path, label]) =>
      html`<a href="${baseUrl}/admin/${path}" ${path === current ? html`aria-current="page"` : ""}
        >${label}</a
      > `,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${shopName} back office</title>
        <style>
          ${{ markup: STYLE }}
        </style>
      </head>
      <body>
        <header>
          <p>${shopName} - simulated PrestaShop back office</p>
          <nav aria-label="Back office">${links}</nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.markup;
}
