// Product pictures: behind the key as /api/images/products/…, and in public as /img/p/… files.
import type { Row } from "../data/row";
import { inLanguage, type Shop } from "../shop";
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

const ownerOf = (shop: Shop, imageId: string): Row | undefined =>
  shop.tables
    .all("products")
    .find((it) => it.links?.["images"]?.some((link) => link["id"] === imageId));

const jpeg = (owner: Row, imageId: string, sizePixels: number): Answer => ({
  status: 200,
  body: pictureOf(imageId, sizePixels, inLanguage(owner, "name", "1")),
  contentType: "image/jpeg",
});

const imagesOf = (shop: Shop, productId: string): string[] =>
  (shop.tables.get("products", productId)?.links?.["images"] ?? []).map((it) => it["id"] ?? "");

function listOf(shop: Shop, productId: string, ids: string[]): string {
  const base = escapeXml(`${shop.baseUrl}/api/images/products/${productId}`);
  const nodes = ids.map((id) => `<declination id="${id}" xlink:href="${base}/${id}"/>\n`).join("");
  return envelope(`<image id="${escapeXml(productId)}">\n${nodes}</image>\n`);
}

/** GET /api/images/products/{product}[/{image}[/{type}]]; as JSON the list is an empty body. */
export function readImages(shop: Shop, path: string[], json: boolean): Answer {
  const [kind, productId = "", imageId, type] = path;
  const ids = kind === "products" ? imagesOf(shop, productId) : [];
  if (ids.length === 0) return { status: 404, body: "" };
  if (imageId === undefined)
    return json
      ? { status: 200, body: "" }
      : { status: 200, body: listOf(shop, productId, ids), contentType: XML_TYPE };
  const size = type === undefined ? ORIGINAL_PIXELS : SIZES[type];
  const owner = shop.tables.get("products", productId);
  if (!owner || !ids.includes(imageId) || size === undefined) return { status: 404, body: "" };
  return jpeg(owner, imageId, size);
}

/** A public picture: `/img/p/1/2/12.jpg` or `/12-large_default/anything.jpg`; no key needed. */
export function publicImage(shop: Shop, path: string): Answer | undefined {
  const [, folders = "", original] = /^img\/p\/((?:\d\/)+)(\d+)\.jpg$/.exec(path) ?? [];
  const [, resized, type = ""] = /^(\d+)-([a-z_]+)\/[^/]+\.jpg$/.exec(path) ?? [];
  const imageId = original ?? resized;
  if (imageId === undefined) return undefined;
  const isInPlace = original === undefined || folders.replaceAll("/", "") === original;
  const size = original === undefined ? SIZES[type] : ORIGINAL_PIXELS;
  const owner = ownerOf(shop, imageId);
  if (!isInPlace || size === undefined || !owner)
    return { status: 404, body: "Not found", contentType: "text/html; charset=utf-8" };
  return jpeg(owner, imageId, size);
}
