// The two forms of ?schema=: `blank` to fill in, `synopsis` with the rules of every field.
import { is9 } from "../data/versions";
import type { Association, Field } from "../data/schema";
import { cdata, envelope, href, languageNodes } from "./render-xml";
import type { View } from "./view";

function rules(field: Field): string {
  const marks = [
    field.required && 'required="true"',
    field.maxSize !== undefined && `maxSize="${field.maxSize}"`,
    field.format && `format="${field.format}"`,
    field.dynamic && 'notFilterable="true"',
    field.readOnly && 'read_only="true" readOnly="true"',
  ].filter((it) => it !== undefined && it !== false);
  return marks.map((it) => ` ${it}`).join("");
}

function fieldNode(view: View, field: Field, synopsis: boolean): string {
  const marks = synopsis ? rules(field) : "";
  const extra = synopsis ? ' format="isUnsignedId" ' : "";
  const content = field.i18n ? languageNodes(view, [], extra) : cdata("");
  return `\t<${field.name}${marks}>${content}</${field.name}>\n`;
}

function associationNode(view: View, association: Association, synopsis: boolean): string {
  const { name, node, api, links, required } = association;
  const keys = Object.keys(association.keys).map((key) => {
    const target = synopsis && links?.[key] ? href(view, `${links[key]}/`) : "";
    const must = synopsis && required?.includes(key) ? ' required="true"' : "";
    return `\t<${key}${target}${must}>${cdata("")}</${key}>\n`;
  });
  const marks = synopsis ? ` nodeType="${node}"${api ? ` api="${api}"` : ""}` : "";
  return `<${name}${marks}>\n\t<${node}>\n${keys.join("")}\t</${node}>\n</${name}>\n`;
}

/** The answer to `?schema=blank` or `?schema=synopsis`. */
export function schemaXml(view: View, synopsis: boolean): string {
  const { node, fields, associations = [] } = view.resource;
  const id = synopsis ? "" : `\t<id>${cdata("")}</id>\n`;
  // A blank form leaves out fields that a write may not name; from 9 on also those that a write does
  // not change.
  const left = is9(view.store.flavour) ? ["refused", "kept"] : ["refused"];
  const offered = fields.filter((it) => synopsis || !left.includes(it.readOnly ?? ""));
  const inner = offered.map((field) => fieldNode(view, field, synopsis)).join("");
  const nodes = associations.map((it) => associationNode(view, it, synopsis)).join("");
  const links = nodes === "" ? "" : `<associations>\n${nodes}</associations>\n`;
  return envelope(`<${node}>\n${id}${inner}${links}</${node}>\n`);
}
