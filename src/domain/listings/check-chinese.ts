import type { CheckReason } from "./check-reason";
import { plainText } from "./clean-html";
import type { ListingDraftParts, ListingInput } from "./listing-plan";

const CHINESE = /\p{Script=Han}/u;

/**
 * TikTok Shop refuses Chinese characters in every text of a listing (12052262, 12052346, 12052243, 12052250,
 * 12052554), but for markets whose language is written with them. What the channel keeps is not looked at.
 */
export function checkChinese(
  { limits, ruling }: ListingInput,
  { plan, fields }: ListingDraftParts,
): CheckReason[] {
  if (!limits || limits.takesChinese) return [];
  const isSent = (part: "title" | "description" | "details") => !ruling.kept.includes(part);
  const texts = [
    ...(isSent("title") ? [plan.title] : []),
    ...(isSent("description") ? [plainText(plan.descriptionHtml)] : []),
    ...(isSent("details")
      ? [
          ...plan.skus.flatMap(({ options }) =>
            options.flatMap(({ name, value }) => [name, value]),
          ),
          ...[...fields.attributes.values()].flatMap(({ value }) =>
            value.flatMap(({ name = "" }) => name),
          ),
        ]
      : []),
  ];
  const found = [...new Set(texts.filter((text) => CHINESE.test(text)).map(shorten))];
  return found.length === 0 ? [] : [{ code: "listing.chinese_text", facts: { texts: found } }];
}

/** The words around the first such character, so that it is found in a long text. */
function shorten(text: string): string {
  const at = text.search(CHINESE);
  return text.slice(Math.max(0, at - 20), at + 20).trim();
}
