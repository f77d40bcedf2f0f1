/// <reference types="vite/types/importMeta.d.ts" />
// Which way the simulator's imports run, type imports included. The linter sees no circle that a type
// import closes, nor one between folders.
import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>("../../simulator/**/*.ts", {
  eager: true,
  import: "default",
  query: "?raw",
});

interface Import {
  from: string;
  to: string;
}

/** A path from the root of the repository; `base` is the folder it starts in. */
function resolved(base: string, path: string): string {
  return new URL(path, `file:///${base}/`).pathname.slice(1);
}

function importsOf(file: string, source: string): Import[] {
  const folder = file.slice(0, file.lastIndexOf("/"));
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) => ({
    from: file,
    to: `${resolved(folder, path)}.ts`,
  }));
}

const imports = Object.entries(sources).flatMap(([path, source]) =>
  importsOf(resolved("test/simulator", path), source),
);

/** The child of a folder that holds a file: the file itself or a subfolder; undefined outside. */
function childOf(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [first = "", ...rest] = file.slice(folder.length + 1).split("/");
  return rest.length > 0 ? `${first}/` : first;
}

/** What the children of one folder import of each other. */
function graphOf(folder: string, edges: readonly Import[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const edge of edges) {
    const [from, to] = [childOf(folder, edge.from), childOf(folder, edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

/** One circle of a graph as the path that closes it; undefined when there is none. */
function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

function foldersOf(edges: readonly Import[]): string[] {
  const parents = edges.flatMap(({ from }) => {
    const parts = from.split("/").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  });
  return [...new Set(parents)].toSorted();
}

/** The circles between the files and subfolders of each folder, one a folder at most. */
const circlesOf = (edges: readonly Import[]): string[] =>
  foldersOf(edges).flatMap((folder) => {
    const circle = circleIn(graphOf(folder, edges));
    return circle ? [`${folder}: ${circle.join(" -> ")}`] : [];
  });

describe("the simulator", () => {
  it("imports in one direction, between files as between folders", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(circlesOf(imports)).toEqual([]);
  });

  it("imports nothing of the product", () => {
    const outside = imports.filter(({ to }) => !to.startsWith("simulator/"));
    expect(outside).toEqual([]);
  });
});

describe("the check of the imports", () => {
  it("reads type imports and imports over several lines", () => {
    const source = 'import type { A } from "./a";\nimport {\n  b,\n} from "../b";\n';
    expect(importsOf("simulator/x/c.ts", source).map(({ to }) => to)).toEqual([
      "simulator/x/a.ts",
      "simulator/b.ts",
    ]);
  });

  it.each([
    [
      "two files",
      [
        ["s/a.ts", "s/b.ts"],
        ["s/b.ts", "s/a.ts"],
      ],
      "s: a.ts -> b.ts -> a.ts",
    ],
    [
      "two folders, though no file is in a circle",
      [
        ["s/x/a.ts", "s/y/b.ts"],
        ["s/y/c.ts", "s/x/d.ts"],
      ],
      "s: x/ -> y/ -> x/",
    ],
    [
      "a folder and a file beside it",
      [
        ["s/x/a.ts", "s/b.ts"],
        ["s/b.ts", "s/x/d.ts"],
      ],
      "s: x/ -> b.ts -> x/",
    ],
  ])("finds a circle of %s", (_, pairs, circle) => {
    expect(circlesOf(pairs.map(([from = "", to = ""]) => ({ from, to })))).toEqual([circle]);
  });
});
