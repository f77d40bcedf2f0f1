// @vitest-environment node
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";

const SOURCES = import.meta.glob<string>("../../../web/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What a person reads or hears. */
const SPOKEN = new Set(["aria-label", "alt", "hint", "label", "placeholder", "subtitle", "title"]);
/** Names and examples that are the same in every language. */
const SAME_EVERYWHERE = new Set(["Weft", "TikTok Shop", "https://shop.example"]);

interface Node {
  type: string;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;
const childrenOf = (node: Node) => Object.values(node).flat().filter(isNode);

/** The literals an expression may become: of a condition both sides, of a template its text. */
function literalsOf(node: Node): string[] {
  if (node.type === "Literal" || node.type === "JSXText") return [String(node["value"])];
  if (node.type === "TemplateElement")
    return [String((node["value"] as { cooked?: string }).cooked ?? "")];
  if (node.type === "TemplateLiteral") return (node["quasis"] as Node[]).flatMap(literalsOf);
  if (node.type === "ConditionalExpression")
    return [node["consequent"], node["alternate"]].filter(isNode).flatMap(literalsOf);
  if (node.type === "LogicalExpression" && isNode(node["right"])) return literalsOf(node["right"]);
  if (node.type === "JSXExpressionContainer") return childrenOf(node).flatMap(literalsOf);
  return [];
}

/** Every literal of a component that reaches a person. */
function spokenLiterals(node: Node): string[] {
  const below = childrenOf(node).flatMap(spokenLiterals);
  if (node.type === "JSXElement" || node.type === "JSXFragment")
    return [...(node["children"] as Node[]).flatMap(literalsOf), ...below];
  const isAttribute = node.type === "JSXAttribute";
  if (!isAttribute && node.type !== "Property") return below;
  const name = node[isAttribute ? "name" : "key"] as { name?: string } | undefined;
  const value = node["value"];
  return SPOKEN.has(String(name?.name)) && isNode(value) ? [...literalsOf(value), ...below] : below;
}

const isWord = (text: string) =>
  /\p{L}{2}/u.test(text) && !SAME_EVERYWHERE.has(text.replace(",", "").trim());
/** Calls of `t` outside of any function: their words would stay in the language of the first page. */
function earlyCalls(node: Node): string[] {
  if (/Function/.test(node.type)) return [];
  const callee = node.type === "CallExpression" ? (node["callee"] as { name?: string }) : undefined;
  const early = callee?.name === "t" || callee?.name === "tValue" ? [callee.name] : [];
  return [...early, ...childrenOf(node).flatMap(earlyCalls)];
}

const parse = (source: string) => parseAst(source, { lang: "tsx" }) as unknown as Node;
const wordsIn = (source: string) => spokenLiterals(parse(source)).filter(isWord);

describe("words in components", () => {
  it("come from the catalogue of a language, never from the component", () => {
    const found = Object.entries(SOURCES).flatMap(([file, source]) =>
      wordsIn(source).map((text) => `${file}: ${text.trim()}`),
    );
    expect(Object.keys(SOURCES).length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it("are read when they are drawn, so that they follow a change of language", () => {
    const early = Object.entries(SOURCES).filter(([, source]) => earlyCalls(parse(source)).length);
    expect(early.map(([file]) => file)).toEqual([]);
    expect(earlyCalls(parse('const TABS = [{ label: t("nav.home") }];'))).toEqual(["t"]);
  });

  it.each([
    ["a text", "<p>Hello there</p>"],
    ["a text beside a value", "<p>{count} orders</p>"],
    ["a label", '<button aria-label="Close" />'],
    ["one side of a condition", '<p>{isOpen ? "Close" : t("common.open")}</p>'],
    ["a template", "<img alt={`Picture of ${name}`} />"],
    ["a property handed to a component", 'const items = [{ label: "Refresh" }]'],
  ])("are noticed as %s", (_kind, source) => {
    expect(wordsIn(source)).toHaveLength(1);
  });
});
