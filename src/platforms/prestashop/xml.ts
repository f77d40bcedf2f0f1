import { XMLParser } from "fast-xml-parser";

/** A value of a body to write; null leaves the element out, a record nests. */
export type XmlValue = string | number | null | XmlFields | readonly XmlFields[];
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

/** One resource the key may see, with the verbs it may use there, in upper case. */
export interface Permission {
  resource: string;
  verbs: readonly string[];
}

const VERBS = ["get", "post", "put", "patch", "delete", "head"];
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#039": "'",
};

/**
 * A body for POST, PUT or PATCH: the webservice of every version reads XML only, whatever it
 * answers in. Several records make one body with several entities, which the store takes in one
 * request.
 */
export function fromEntities(node: string, records: readonly XmlFields[]): string {
  return `<prestashop>${records.map((fields) => element(node, fields)).join("")}</prestashop>`;
}

function element(name: string, value: XmlValue): string {
  if (value === null) return "";
  if (isList(value)) return value.map((item) => element(name, item)).join("");
  if (typeof value !== "object")
    return `<${name}>${escapeText(String(value))}</${name.split(" ")[0]}>`;
  const inner = Object.entries(value).map(([key, child]) => element(key, child));
  return `<${name}>${inner.join("")}</${name.split(" ")[0]}>`;
}

/** A translated field; languages left out are stored empty. */
export function inLanguage(languageId: string, value: string): XmlFields {
  return { [`language id="${Number(languageId)}"`]: value };
}

function isList(value: XmlValue): value is readonly XmlFields[] {
  return Array.isArray(value);
}

/** Text for an element: the five reserved characters as entities, control characters dropped. */
export function escapeText(text: string): string {
  // XML 1.0 cannot carry them in any form, and one of them fails the whole body.
  // oxlint-disable-next-line no-control-regex
  const carried = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return carried.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** The store writes its messages HTML-escaped ("Product-&gt;price"). */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#039);/g, (whole, name: string) => {
    return ENTITIES[name] ?? whole;
  });
}

/** The list of a key's permissions has some hundred elements. */
const MOST_TAGS = 10_000;

/**
 * Parses an answer in XML; undefined when it is none, or has more elements than any answer of a
 * store: a tree of them takes thirty times their bytes. Entities stay as written, values stay text.
 */
export function parseXml(text: string): unknown {
  if (!text.trimStart().startsWith("<?xml") && !text.includes("<prestashop")) return undefined;
  if (text.split("<", MOST_TAGS + 1).length > MOST_TAGS) return undefined;
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
  });
  try {
    return parser.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads the list of resources and verbs from the root (GET /api/), or undefined if it is not one.
 */
export function toPermissions(text: string): readonly Permission[] | undefined {
  const api = childOf(childOf(parseXml(text), "prestashop"), "api");
  if (!api) return undefined;
  return Object.entries(api).flatMap(([resource, value]) => {
    if (typeof value !== "object" || value === null) return [];
    const attributes = value as Readonly<Record<string, unknown>>;
    const verbs = VERBS.filter((verb) => attributes[`@_${verb}`] === "true");
    return [{ resource, verbs: verbs.map((verb) => verb.toUpperCase()) }];
  });
}

/** The child element of a parsed node, or undefined. */
export function childOf(
  node: unknown,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const child = (node as Readonly<Record<string, unknown>>)[name];
  return typeof child === "object" && child !== null
    ? (child as Readonly<Record<string, unknown>>)
    : undefined;
}
