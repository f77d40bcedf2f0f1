// XML as the webservice writes it, line by line. Chooses no rows.
import { lingualTexts, scalar } from "./columns";
import type { Item, Row } from "../data/row";
import type { Field } from "../data/schema";
import type { Failure } from "../failure";
import {
  associationsOf,
  fieldsOf,
  pricesOf,
  wantsId,
  type ShownAssociation,
  type View,
} from "./view";

export const escapeXml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A CDATA section; one that contains the end marker is split in two. */
export const cdata = (text: string): string =>
  `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">\n${body}</prestashop>\n`;

export const href = (view: View, path: string): string =>
  ` xlink:href="${escapeXml(`${view.store.baseUrl}/api/${path}`)}"`;

/** `<language id="1" …>` elements around the given texts. */
export function languageNodes(view: View, texts: readonly string[], extra = ""): string {
  return view.languages.ids
    .map((id, index) => {
      const link = href(view, `languages/${id}`);
      return `<language id="${id}"${link}${extra}>${cdata(texts[index] ?? "")}</language>`;
    })
    .join("");
}

function fieldNode(view: View, field: Field, row: Row): string {
  if (field.i18n) {
    const texts = lingualTexts(view.store, field, row, view.languages.ids);
    return `\t<${field.name}>${languageNodes(view, texts)}</${field.name}>\n`;
  }
  const raw = scalar(view.store, field, row);
  const value = raw === null || raw === false ? "" : String(raw);
  const points = field.link && value !== "" && value !== "0";
  const link = points ? href(view, `${field.link?.replace("{id}", row.id)}/${value}`) : "";
  const mark = field.dynamic ? ' notFilterable="true"' : "";
  return `\t<${field.name}${link}${mark}>${cdata(value)}</${field.name}>\n`;
}

function itemNode(view: View, shown: ShownAssociation, row: Row, item: Item): string {
  const { node, api, links } = shown.association;
  const path = node === "image" ? `images/products/${ownerOfImages(view, row)}` : api;
  const link = path && item["id"] ? href(view, `${path}/${item["id"]}`) : "";
  const keys = Object.entries(item).map(([key, value]) => {
    const target = links?.[key];
    const inner = target && value !== "0" ? href(view, `${target}/${value}`) : "";
    return `\t<${key}${inner}>${cdata(value)}</${key}>\n`;
  });
  return `\t<${node}${link}>\n${keys.join("")}\t</${node}>\n`;
}

const ownerOfImages = (view: View, row: Row): string => {
  const owner = row.values["id_product"];
  return view.resource.name === "combinations" && typeof owner === "string" ? owner : row.id;
};

function associationNode(view: View, row: Row, shown: ShownAssociation): string {
  const { name, node, api } = shown.association;
  const marks = api ? ` nodeType="${node}" api="${api}"` : ` nodeType="${node}"`;
  if (shown.items.length === 0) return `<${name}${marks}/>\n`;
  const items = shown.items.map((item) => itemNode(view, shown, row, item)).join("");
  return `<${name}${marks}>\n${items}</${name}>\n`;
}

/** One row with the wanted fields; empty associations keep an empty element. */
export function rowXml(view: View, row: Row): string {
  const { node } = view.resource;
  const id = wantsId(view) ? `\t<id>${cdata(row.id)}</id>\n` : "";
  const fields = fieldsOf(view).map((field) => fieldNode(view, field, row));
  const prices = pricesOf(view).map(
    (it) => `\t<${it.name}>${cdata(view.priceOf(row, it))}</${it.name}>\n`,
  );
  const shown = associationsOf(view, row).map((it) => associationNode(view, row, it));
  const links = shown.length === 0 ? "" : `<associations>\n${shown.join("")}</associations>\n`;
  return `<${node}>\n${id}${fields.join("")}${prices.join("")}${links}</${node}>\n`;
}

export function listXml(view: View, rows: readonly Row[]): string {
  const { name, node, listName = name } = view.resource;
  const nodes = rows.map((row) =>
    view.wanted.fields === undefined
      ? `<${node} id="${row.id}"${href(view, `${name}/${row.id}`)}/>\n`
      : rowXml(view, row),
  );
  return envelope(`<${listName}>\n${nodes.join("")}</${listName}>\n`);
}

export function errorXml(failure: Failure): string {
  const nodes = failure.errors.map(
    ({ code, message }) =>
      `<error>\n<code>${cdata(String(code))}</code>\n<message>${cdata(message)}</message>\n</error>\n`,
  );
  return envelope(`<errors>\n${nodes.join("")}</errors>\n`);
}
