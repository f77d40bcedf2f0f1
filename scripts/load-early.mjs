import { runnerImport } from "vite";

/**
 * A script at the head of the page that asks for the code and the answers of the page that is opened, while
 * the app itself is still on its way. Without it each part is asked for by the part before: on a slow network
 * that is one round trip after the other.
 */

/** Runs in the browser; `pages` is filled in by the build. */
const RUN = `(pages) => {
  const [, id, path] = /^\\/connections\\/([^/]+)(\\/[^/]+)?\\/?$/.exec(location.pathname) ?? [];
  const page = id && id !== "new" && pages.find((one) => one.path === (path ?? ""));
  if (!page || location.search) return;
  const link = (attributes) =>
    document.head.append(
      Object.assign(document.createElement("link"), { crossOrigin: "anonymous", ...attributes }),
    );
  for (const href of page.scripts) link({ rel: "modulepreload", href });
  for (const href of page.styles) link({ rel: "preload", as: "style", href });
  for (const call of page.calls)
    link({ rel: "preload", as: "fetch", href: call.replace(":id", id) });
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
  const chunk = bundle[file];
  for (const style of chunk?.viteMetadata?.importedCss ?? []) seen.add(style);
  for (const next of chunk?.imports ?? []) filesOf(bundle, next, seen);
  return seen;
}

/**
 * @param {Record<string, any>} bundle
 * @param {readonly string[]} modules
 */
function partsOf(bundle, modules) {
  const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  const atHand = filesOf(bundle, entry.fileName);
  const files = modules.flatMap((module) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`));
    if (!chunk) throw new Error(`no chunk is made of ${module}`);
    return [...filesOf(bundle, chunk.fileName)];
  });
  const missing = [...new Set(files)].filter((file) => !atHand.has(file)).map((file) => `/${file}`);
  return {
    scripts: missing.filter((file) => file.endsWith(".js")),
    styles: missing.filter((file) => file.endsWith(".css")),
  };
}

/** @returns {import("vite").Plugin} */
export function loadEarly() {
  return {
    name: "load-early",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "script", attrs: { src: "/early.js" }, injectTo: "head-prepend" },
    ],
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        /** @type {{ module: typeof import("../web/shell/early-pages") }} */
        const { module: known } = await runnerImport("./web/shell/early-pages.ts");
        const pages = known.EARLY_PAGES.map(({ path, modules, calls }) => ({
          path,
          ...partsOf(bundle, modules),
          calls,
        }));
        this.emitFile({
          type: "asset",
          fileName: "early.js",
          source: `(${RUN})(${JSON.stringify(pages)});\n`,
        });
      },
    },
  };
}
