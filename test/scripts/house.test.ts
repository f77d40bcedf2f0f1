/**
 * Holds CONTRIBUTING.md to the code: the files it names, the layers of its table, the names that were
 * given up. A map that lies is worse than none.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LAYERS } from "../../scripts/layers.mjs";
import { retiredOf, retiredOfPath } from "../../scripts/retired-names.mjs";

const root = resolve(import.meta.dirname, "../..");
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const contributing = read("CONTRIBUTING.md");

/** `src/<subject>/x.ts` names a file of each subject; the part before the first sign that stands for others is looked up. */
const fixedPart = (named: string) =>
  named.replace(/[<*{].*$/, "").replace(/[^/]*$/, (last) => (named.match(/[<*{]/) ? "" : last));

describe("CONTRIBUTING.md", () => {
  it("names only files and folders that exist", () => {
    const names = [...contributing.matchAll(/`([\w.@/<>*{},-]+)`/g)]
      .map(([, name = ""]) => name)
      .filter((name) =>
        /^(src|web|simulator|modules|test|bench|docs|scripts|migrations)\//.test(name),
      );
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !existsSync(join(root, fixedPart(name))))).toEqual([]);
  });

  it("has a row for each layer that says what lint enforces", () => {
    const rows = new Map(
      [...contributing.matchAll(/^\| `(src\/[^`]+)`\s*\|[^|]*\|([^|]*)\|$/gm)].map(
        ([, folder = "", allowed = ""]) => [
          folder,
          [...allowed.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
        ],
      ),
    );
    for (const { folder, mayImport } of LAYERS)
      expect([folder, rows.get(folder)]).toEqual([folder, mayImport]);
  });
});

const IMPORT = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/** The file a relative import leads to. */
function targetOf(file: string, specifier: string): string | undefined {
  const path = relative(root, resolve(root, dirname(file), specifier));
  return ["", ".ts", ".tsx", ".mjs"].map((end) => path + end).find((one) => sources.has(one));
}

const sources = new Set(tracked.filter((file) => /^(src|web|simulator)\/.*\.tsx?$/.test(file)));

describe("the folders of src", () => {
  const folderOf = (file: string) => file.split("/").slice(0, 2).join("/").replace(/\.ts$/, "");
  const edges = new Map<string, Set<string>>();
  for (const file of sources) {
    if (!file.startsWith("src/")) continue;
    for (const [, specifier = ""] of read(file).matchAll(IMPORT)) {
      const target = targetOf(file, specifier);
      const [from, to] = [folderOf(file), target && folderOf(target)];
      if (!to || from === to) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }

  it("import in one direction, types included", () => {
    const order = LAYERS.map(({ folder }) => folder);
    const rank = (folder: string) => order.indexOf(folder);
    const upward = [...edges].flatMap(([from, targets]) =>
      [...targets]
        .filter((to) => rank(from) >= 0 && rank(to) > rank(from))
        .map((to) => `${from} -> ${to}`),
    );
    expect(upward).toEqual([]);
    const wiring = ["src/compose", "src/index"];
    const toWiring = [...edges].filter(
      ([from, targets]) => rank(from) >= 0 && wiring.some((folder) => targets.has(folder)),
    );
    expect(toWiring).toEqual([]);
  });
});

describe("names and comments", () => {
  const KEPT: Readonly<Record<string, readonly string[]>> = JSON.parse(
    read("scripts/kept-names.json"),
  );
  const code = tracked.filter(
    (file) =>
      /^(src|web|simulator|modules|test|bench|scripts)\/.*\.(ts|tsx|mjs|php|css)$/.test(file) &&
      !/^test\/golden\/|^src\/i18n\/en\/|retired-names|translations\//.test(file),
  );

  it("are those of the glossary", () => {
    const all = code.flatMap((file) => {
      const found = [...retiredOf(read(file), KEPT[file] ?? []), ...retiredOfPath(file)];
      return found.length > 0 ? [`${file}: ${[...new Set(found)].join(", ")}`] : [];
    });
    expect(all).toEqual([]);
  });
});
