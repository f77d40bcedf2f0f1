import type { Format } from "../../base/format";
import { plural } from "../grammar";

const n = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "product", other: "products" })}`;

/** The dialogs over the list of products. */
export const productDialogs = {
  "pushAll.title": "Push all pages",
  "pushAll.text": ({ count }: { count: number }, format: Format) =>
    `This pushes ${n(count, format)}: every product of the present filter, on all pages.`,
  "pushAll.hidden": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} of these ${plural(count, { one: "is", other: "are" })} hidden in the store: gifts and parts of packs are sold on TikTok Shop all the same once they are pushed.`,
  "pushAll.ready": ({ ready, count }: { ready: number; count: number }, format: Format) =>
    `${format.number(ready)} of ${format.number(count)} can go now.`,
  "pushAll.unchecked": ({ count }: { count: number }, format: Format) =>
    `${n(count, format)} ${plural(count, { one: "is", other: "are" })} not checked yet: the push checks them.`,
  "pushAll.stopped": ({ count }: { count: number }) =>
    plural(count, {
      one: "1 is refused until this is put right; a push only says so again:",
      other: `${count} are refused until this is put right; a push only says so again:`,
    }),
  "pushAll.reason": ({ reason, count }: { reason: string; count: number }, format: Format) =>
    `${reason}: ${n(count, format)}`,
  "pushAll.listFirst": "Show the list first",
  "pushAll.counting": "Counting the products of this filter…",
  "pushAll.confirm": ({ count }: { count: number }, format: Format) => `Push ${n(count, format)}`,
  "deactivate.title": "Deactivate on TikTok Shop",
  "deactivate.text": ({ count }: { count: number }, format: Format) =>
    `${n(count, format)} will no longer be sold on TikTok Shop until you activate ${plural(count, { one: "it", other: "them" })} again. Open orders are not affected.`,
  "deactivate.confirm": "Deactivate",
  "delete.title": "Delete from TikTok Shop",
  "delete.text":
    "The listing, its reviews and its place in searches are gone for good. Orders stay, open ones among them. The product is listed anew only when somebody pushes it.",
  "delete.many":
    "The chosen listings are shown in a list first; nothing is deleted before you confirm it.",
  "delete.confirm": "Delete",
  "pull.title": "Pull products",
  "pull.text":
    "Reads products added or changed in PrestaShop in this period. Pulling twice makes no duplicates.",
  "pull.period": "Period",
  "pull.since_last": "Since last pull",
  "pull.days_30": "Last 30 days",
  "pull.years_3": "Last 3 years",
  "pull.all": "All time",
  "pull.custom": "Custom dates",
  "pull.firstHint": "Good for a first pull",
  "pull.noLast": "There was no pull yet",
  "pull.lastAt": ({ when }: { when: string }) => `Last pull: ${when}`,
  "pull.from": "From",
  "pull.until": "Until",
  "pull.confirm": "Pull products",
  "pull.datesMissing": "Enter both dates.",
  "pull.datesReversed": "The first date is later than the second.",
};
