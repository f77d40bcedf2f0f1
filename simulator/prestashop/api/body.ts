// Reads the XML of a write into plain texts. It knows no resource and no meaning of a text.
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Item } from "../data/row";
import type { SentEntity } from "../draft";
import { ApiFailure } from "../failure";

type Node = string | { [key: string]: Node | Node[] };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

const asList = (value: Node | Node[] | undefined): Node[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if (typeof node === "string") return node;
  const text = node["#text"];
  return typeof text === "string" ? text : "";
}

function fieldOf(node: Node): string | Record<string, string> {
  if (typeof node === "string" || !("language" in node)) return textOf(node);
  const texts = asList(node["language"]).map((it): [string, string] => [
    typeof it === "string" ? "" : textOf(it["@id"] as Node | undefined),
    textOf(it),
  ]);
  return Object.fromEntries(texts.filter(([id]) => id !== ""));
}

function itemsOf(association: Node): Item[] {
  if (typeof association === "string") return [];
  const entries = Object.entries(association).filter(([key]) => !/^[@#]/.test(key));
  const toItem = (entry: Node): Item => {
    if (typeof entry === "string") return {};
    const keys = Object.entries(entry).filter(([key]) => !/^[@#]/.test(key));
    return Object.fromEntries(keys.map(([key, value]) => [key, textOf(asList(value)[0])]));
  };
  return entries.flatMap(([, nodes]) => asList(nodes).map(toItem));
}

function toEntity(node: Node): SentEntity {
  const entity: SentEntity = { fields: {}, links: {} };
  if (typeof node === "string") return entity;
  for (const [name, value] of Object.entries(node)) {
    const first = asList(value)[0];
    if (/^[@#]/.test(name) || first === undefined) continue;
    if (name !== "associations") entity.fields[name] = fieldOf(first);
    else if (typeof first !== "string")
      for (const [association, nodes] of Object.entries(first))
        entity.links[association] = asList(nodes).flatMap(itemsOf);
  }
  return entity;
}

const notXml = (body: string) =>
  new ApiFailure(
    500,
    127,
    `XML error : String could not be parsed as XML\nXML length : ${body.length}\nOriginal XML : ${body}`,
  );

function parsed(body: string): { [key: string]: Node | Node[] } {
  try {
    return parser.parse(body) as { [key: string]: Node | Node[] };
  } catch {
    throw notXml(body);
  }
}

/** Every entity of a body, in order. Anything but XML is refused with code 127. */
export function readBody(body: string): SentEntity[] {
  if (body.trim() === "" || XMLValidator.validate(body) !== true) throw notXml(body);
  const [document] = asList(parsed(body)["prestashop"]);
  if (document === undefined || typeof document === "string") return [];
  return Object.entries(document)
    .filter(([name]) => !/^[@#?]/.test(name))
    .flatMap(([, nodes]) => asList(nodes))
    .map(toEntity);
}

/** The first attribute whose prefix the body declares nowhere, with the element it stands on. */
export function undeclaredPrefix(
  body: string,
): { prefix: string; attribute: string; element: string } | undefined {
  const markup = body.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [tag, element = ""] of markup.matchAll(/<([\w:.-]+)\s[^>]*>/g))
    for (const [, prefix = "", attribute = ""] of tag.matchAll(/\s([\w.-]+):([\w.-]+)\s*=/g))
      if (!["xmlns", "xml"].includes(prefix) && !markup.includes(`xmlns:${prefix}=`))
        return { prefix, attribute, element };
  return undefined;
}
