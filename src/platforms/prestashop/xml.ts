import { Parser } from "htmlparser2";

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

/** The list of a key's permissions has some hundred elements; no hostile one is read to its end. */
const MOST_TAGS = 10_000;

/**
 * Reads the list of resources and verbs from the root (GET /api/), whose entries are
 * `<orders get="true" …>`; undefined if it is not one.
 */
export function toPermissions(text: string): readonly Permission[] | undefined {
  if (text.split("<", MOST_TAGS + 1).length > MOST_TAGS) return undefined;
  const path: string[] = [];
  let found: Permission[] | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const above = path.slice(-2).join("/");
        path.push(name);
        if (above.endsWith("prestashop") && name === "api") found ??= [];
        if (above === "prestashop/api") found?.push({ resource: name, verbs: verbsIn(attributes) });
      },
      onclosetag: () => void path.pop(),
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

function verbsIn(attributes: Readonly<Record<string, string>>): string[] {
  return VERBS.filter((verb) => attributes[verb] === "true").map((verb) => verb.toUpperCase());
}
