import { rulesOf } from "../categories/attributes";
import { categoryOf } from "../categories/tree";
import type { Context } from "../context";
import { record, records, text, type Fields } from "../fields";
import { findImage } from "../media/images";
import type { Market } from "../markets/market";
import { when, type Issue } from "./issue";

const MAIN_IMAGES = 9;
const MAIN_MINIMUM = 300;
const MAIN_MAXIMUM = 4000;

/** One to nine pictures of 300 to 4000 pixels, given by uri. */
export function checkMainImages(context: Context, body: Fields): Issue[] {
  const uris = records(body["main_images"]).map((image) => text(image["uri"]));
  if (uris.length === 0) return [{ code: 12052028, message: "Main product image is required" }];
  return [
    ...when(uris.length > MAIN_IMAGES, 12052306, "main product images count exceed limit"),
    ...uris.flatMap((uri) => checkMainImage(context, uri)),
  ];
}

function checkMainImage(context: Context, uri: string): Issue[] {
  if (uri === "" || uri.includes("://"))
    return [{ code: 12052300, message: "product main image uri illegal" }];
  const image = findImage(context, uri);
  if (!image) return [{ code: 12052722, message: "The image URI does not exist in TikTok Shop." }];
  const [short, long] = [Math.min(image.width, image.height), Math.max(image.width, image.height)];
  return [
    ...when(
      short < MAIN_MINIMUM,
      12052301,
      `Width and length of main image must be at least ${MAIN_MINIMUM}, check uri ${uri}`,
    ),
    ...when(long > MAIN_MAXIMUM, 12052302, "The main images size exceed limit."),
  ];
}

/** Some categories demand a size chart; a given picture must have been uploaded. */
export function checkSizeChart(context: Context, body: Fields, market: Market): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  const chart = record(body["size_chart"]);
  const uri = text(record(chart["image"])["uri"]);
  const template = text(record(chart["template"])["id"]);
  const required = category && rulesOf(category, market).sizeChart === "required";
  if (uri === "" && template === "")
    return when(required ?? false, 12052673, "Product sizechart image is required");
  return when(
    uri !== "" && !findImage(context, uri),
    12052670,
    "The size chart image URI is invalid.",
  );
}
