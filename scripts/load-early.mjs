import { readFileSync } from "node:fs";
import { runnerImport } from "vite";

/**
 * A script at the head of the page that asks for the code and the answers of the page that is opened, while
 * the app itself is still on its way. Without it each part is asked for by the part before: on a slow network
 * that is one round trip after the other.
 */

/** Runs in the browser; `pages` is filled in by the build. */
const RUN = `(pages) => {
  window.weftEarly = new Map();
  const here = location.pathname.replace(/\\/$/, "") || "/connections";
  for (const { path, scripts, calls } of pages) {
    const found = new RegExp("^" + path.replace(/:(\\w+)/g, "(?<$1>[^/]+)") + "$").exec(here);
    if (!found) continue;
    for (const href of scripts)
      document.head.append(
        Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "anonymous", href }),
      );
    if (!location.search)
      for (const call of calls) {
        const address = call.replace(/:(\\w+)/g, (_, name) => found.groups[name]);
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
const THEME = /\s*<script src="(\/theme\.js)"><\/script>/;

/** @returns {import("vite").Plugin} */
export function loadEarly() {
  return {
    name: "load-early",
    apply: "build",
    transformIndexHtml: (html) => ({
      html: html.replace(THEME, ""),
      tags: [{ tag: "script", attrs: { src: "/early.js" }, injectTo: "head-prepend" }],
    }),
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
        const theme = readFileSync(new URL("../web/public/theme.js", import.meta.url), "utf8");
        this.emitFile({
          type: "asset",
          fileName: "early.js",
          source: `${theme}(${RUN})(\n${JSON.stringify(pages)}\n);\n`,
        });
      },
    },
  };
}
