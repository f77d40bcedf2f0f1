/**
 * The body of a PUT for stores without PATCH. PUT empties every field that is left out, so the
 * whole entity is sent back as the store wrote it, translations and associations untouched. Pure.
 */
import { unexpectedShape } from "./json";
import { fromEntities, type XmlFields } from "./xml";

/**
 * Refused when sent back, or set by the store itself. `shipping_number` mirrors a parcel's tracking
 * number, and writing it back could undo one entered a moment ago.
 */
const READ_ONLY = new Set([
  "manufacturer_name",
  "quantity",
  "position_in_category",
  "shipping_number",
  "date_upd",
]);

/** Of the links that stand in what a store wrote; undeclared, PHP warns and the write answers 500. */
const XLINK = "http://www.w3.org/1999/xlink";

/**
 * `xml`: a single entity as GET answers it. Throws SyncError("defect",
 * "prestashop.unexpected_shape").
 */
export function toPutBody(xml: string, node: string, fields: XmlFields): string {
  const elements = childElements(innerOf(xml, node), node);
  const kept = elements.filter(({ name }) => !READ_ONLY.has(name) && !isSet(fields, name));
  const written = Object.entries(fields).filter(([, value]) => value !== null);
  const set = fromEntities(node, [Object.fromEntries(written)]);
  const fresh = innerOf(set, node);
  return `<prestashop xmlns:xlink="${XLINK}"><${node}>${fresh}${kept.map(({ text }) => text).join("")}</${node}></prestashop>`;
}

/** Null leaves the field as it is. */
function isSet(fields: XmlFields, name: string): boolean {
  return fields[name] !== undefined && fields[name] !== null;
}

function innerOf(xml: string, node: string): string {
  const start = new RegExp(`<${node}(?:\\s[^>]*)?>`).exec(xml);
  const end = xml.lastIndexOf(`</${node}>`);
  if (!start || end < start.index) throw unexpectedShape(node);
  return xml.slice(start.index + start[0].length, end);
}

interface Element {
  name: string;
  text: string;
}

/** The elements right below, each as it was written; what stands inside CDATA is no markup. */
function childElements(inner: string, node: string): Element[] {
  const marks = /<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z_][\w.-]*)[^>]*?(\/?)>/g;
  const elements: Element[] = [];
  let depth = 0;
  let start = 0;
  let name = "";
  for (const mark of inner.matchAll(marks)) {
    const [text, closing, tag, empty] = mark;
    if (tag === undefined) continue;
    if (depth === 0) {
      start = mark.index;
      name = tag;
    }
    if (closing) depth -= 1;
    else if (!empty) depth += 1;
    if (depth < 0) throw unexpectedShape(node);
    if (depth === 0) elements.push({ name, text: inner.slice(start, mark.index + text.length) });
  }
  if (depth !== 0) throw unexpectedShape(node);
  return elements;
}
