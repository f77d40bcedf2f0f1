// Product pictures: behind the key as /api/images/products/…, and in public as /img/p/… files.
import type { Row } from "../data/row";
import { inLanguage, type Store } from "../store";
import { pictureOf } from "../images/picture";
import { XML_TYPE, type Answer } from "./answer";
import { envelope, escapeXml } from "./render-xml";

const ORIGINAL_PIXELS = 800;
const SIZES: Record<string, number> = {
  small_default: 98,
  cart_default: 125,
  home_default: 250,
  medium_default: 452,
  large_default: 800,
};

const ownerOf = (store: Store, imageId: string): Row | undefined =>
  store.tables
    .all("products")
    .find((it) => it.links?.["images"]?.some((link) => link["id"] === imageId));

const jpeg = (owner: Row, imageId: string, sizePixels: number): Answer => ({
  status: 200,
  body: pictureOf(imageId, sizePixels, inLanguage(owner, "name", "1")),
  contentType: "image/jpeg",
});

const imagesOf = (store: Store, productId: string): string[] =>
  (store.tables.get("products", productId)?.links?.["images"] ?? []).map((it) => it["id"] ?? "");

function listOf(store: Store, productId: string, ids: string[]): string {
  const base = escapeXml(`${store.baseUrl}/api/images/products/${productId}`);
  const nodes = ids.map((id) => `<declination id="${id}" xlink:href="${base}/${id}"/>\n`).join("");
  return envelope(`<image id="${escapeXml(productId)}">\n${nodes}</image>\n`);
}

/** GET /api/images/products/{product}[/{image}[/{type}]]; as JSON the list is an empty body. */
export function readImages(store: Store, path: string[], json: boolean): Answer {
  const [kind, productId = "", imageId, type] = path;
  const ids = kind === "products" ? imagesOf(store, productId) : [];
  if (ids.length === 0) return { status: 404, body: "" };
  if (imageId === undefined)
    return json
      ? { status: 200, body: "" }
      : { status: 200, body: listOf(store, productId, ids), contentType: XML_TYPE };
  const size = type === undefined ? ORIGINAL_PIXELS : SIZES[type];
  const owner = store.tables.get("products", productId);
  if (!owner || !ids.includes(imageId) || size === undefined) return { status: 404, body: "" };
  return jpeg(owner, imageId, size);
}

/** A public picture: `/img/p/1/2/12.jpg` or `/12-large_default/anything.jpg`; no key needed. */
export function publicImage(store: Store, path: string): Answer | undefined {
  const [, folders = "", original] = /^img\/p\/((?:\d\/)+)(\d+)\.jpg$/.exec(path) ?? [];
  const [, resized, type = ""] = /^(\d+)-([a-z_]+)\/[^/]+\.jpg$/.exec(path) ?? [];
  const imageId = original ?? resized;
  if (imageId === undefined) return undefined;
  const isInPlace = original === undefined || folders.replaceAll("/", "") === original;
  const size = original === undefined ? SIZES[type] : ORIGINAL_PIXELS;
  const owner = ownerOf(store, imageId);
  if (!isInPlace || size === undefined || !owner)
    return { status: 404, body: "Not found", contentType: "text/html; charset=utf-8" };
  return jpeg(owner, imageId, size);
}
