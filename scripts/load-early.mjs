import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { runnerImport } from "vite";

/**
 * A script at the head of the page that asks for the code and the answers of the page that is opened, while
 * the app itself is still on its way. Without it each part is asked for by the part before: on a slow network
 * that is one round trip after the other. It stands in the page itself, and its hash in a header that
 * the Worker allows it by.
 */

/** Runs in the browser; `pages` is filled in by the build. */
const RUN = `(pages) => {
  window.weftEarly = new Map();
  const here = (location.pathname.replace(/\\/$/, "") || "/connections").split("/");
  for (const { path, scripts, calls } of pages) {
    const parts = path.split("/");
    if (parts.length !== here.length || parts.some((part, i) => part !== here[i] && part[0] !== ":")) continue;
    for (const href of scripts)
      document.head.append(
        Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "anonymous", href }),
      );
    if (!location.search)
      for (const call of calls) {
        const address = call.replace(/:\\w+/g, (name) => here[parts.indexOf(name)]);
        const answer = fetch(address);
        answer.catch(() => {});
        window.weftEarly.set(address, answer);
      }
    return;
  }
}`;

/**
 * Every file that a chunk needs, itself first.
 * @param {Record<string, any>} bundle
 * @param {string} file
 * @param {Set<string>} seen
 */
function filesOf(bundle, file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of bundle[file]?.imports ?? []) filesOf(bundle, next, seen);
  return seen;
}

/**
 * The scripts of some modules that the app does not bring along.
 * @param {Record<string, any>} bundle
 * @param {readonly string[]} modules
 */
function scriptsOf(bundle, modules) {
  const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  const atHand = filesOf(bundle, entry.fileName);
  const files = modules.flatMap((module) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
    if (!chunk) throw new Error(`no chunk holds ${module}`);
    return [...filesOf(bundle, chunk.fileName)];
  });
  return [...new Set(files)].filter((file) => !atHand.has(file)).map((file) => `/${file}`);
}

/** The theme comes with it: one request less. */
const THEME = /<script src="(\/theme\.js)"><\/script>/;

const fromPublic = (/** @type {string} */ name) =>
  readFileSync(new URL(`../web/public/${name}`, import.meta.url), "utf8");

/**
 * A script that stands in a page, and the header of that page by which the Worker allows it.
 * @param {readonly unknown[]} pages
 */
function inPage(pages) {
  // Every page pays for it: without comments and indents.
  const code = `${fromPublic("theme.js")}(${RUN})`.replace(/^\s*(\/\/.*)?/gm, "");
  const script = `${code}(${JSON.stringify(pages)});`;
  const hash = createHash("sha256").update(script).digest("base64");
  return { tag: `<script>${script}</script>`, header: `/*\n  X-Script: sha256-${hash}\n` };
}

/** @returns {import("vite").Plugin} */
export function loadEarly() {
  return {
    name: "load-early",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        /** @type {{ module: typeof import("../web/shell/early-pages") }} */
        const { module: known } = await runnerImport("./web/shell/early-pages.ts");
        const pages = known.EARLY_PAGES.map(({ path, modules, calls }) => ({
          path,
          scripts: scriptsOf(bundle, modules),
          calls,
        }));
        const html = bundle["index.html"];
        if (html?.type !== "asset" || !THEME.test(String(html.source)))
          throw new Error("the page has no script of the theme");
        const { tag, header } = inPage(pages);
        html.source = String(html.source).replace(THEME, () => tag);
        this.emitFile({
          type: "asset",
          fileName: "_headers",
          source: fromPublic("_headers") + header,
        });
        // What each page loads, for whoever weighs it.
        this.emitFile({ type: "asset", fileName: "pages.json", source: JSON.stringify(pages) });
      },
    },
  };
}
