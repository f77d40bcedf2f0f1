import { text, type Fields } from "../fields";
import type { Market } from "../markets/market";
import { when, type Issue } from "./issue";
import { checkTextRule } from "./text-rule";

const DESCRIPTION_LENGTH = 10_000;
const DESCRIPTION_IMAGES = 30;

export const isChinese = (value: string) => /\p{Script=Han}/u.test(value);
/** The title's rules: length by region, the rule of all texts, no Chinese. */
export function checkTitle(body: Fields, market: Market): Issue[] {
  const title = text(body["title"]);
  if (title.trim() === "") return [{ code: 12052261, message: "product name is empty" }];
  const { titleMinimum, titleMaximum, chineseAllowed } = market;
  const outside = title.length < titleMinimum || title.length > titleMaximum;
  return [
    ...when(outside, 12052051, "The product name exceed max limit characters"),
    ...when(
      isChinese(title) && !chineseAllowed,
      12052262,
      "Chinese characters are not supported in product name",
    ),
    ...checkTextRule(12052931, title),
  ];
}

/** The description's rules: HTML of at most 10 000 characters whose pictures are the platform's. */
export function checkDescription(body: Fields, market: Market, origin: string): Issue[] {
  const html = text(body["description"]);
  if (html.trim() === "")
    return [{ code: 12052015, message: "The product description is required" }];
  const images = html.match(/<img\b[^>]*>/gi) ?? [];
  return [
    ...when(
      html.length > DESCRIPTION_LENGTH,
      12052013,
      "The product description cannot exceed maximum characters",
    ),
    ...when(
      isChinese(html) && !market.chineseAllowed,
      12052346,
      "The product description has Chinese characters",
    ),
    ...checkTextRule(12052932, html),
    ...when(
      /<(?:script|iframe|object|style|form)\b/i.test(html),
      12052345,
      "The product description html tag not support.",
    ),
    ...when(
      images.length > DESCRIPTION_IMAGES,
      12052056,
      "The num of image in description cannot exceed max limit",
    ),
    ...images.flatMap((tag) => checkDescriptionImage(tag, origin)),
  ];
}

function checkDescriptionImage(tag: string, origin: string): Issue[] {
  const attribute = (name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, "i").exec(tag)?.[1];
  const [src, width, height] = [attribute("src"), attribute("width"), attribute("height")];
  if (src === undefined || width === undefined || height === undefined)
    return [
      {
        code: 12052348,
        message: "The product description html tag required attribute is miss.",
      },
    ];
  const huge = Number(width) >= 4000 || Number(height) >= 4000;
  return [
    ...when(
      !src.startsWith(`${origin}/images/`),
      12052340,
      "product description image uri illegal",
    ),
    ...when(huge, 12052341, "The description images size cannot exceed limit."),
  ];
}
