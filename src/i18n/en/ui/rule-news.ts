import type { Format } from "../../base/format";
import { plural } from "../grammar";

const products = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "product", other: "products" })}`;

/** What TikTok Shop changed of a category's rules. */
export const ruleNews = {
  "ruleNews.title": ({ when }: { when: string }) => `TikTok Shop changed its rules (${when})`,
  "ruleNews.asked": ({ name }: { name: string }) => `${name} is required now.`,
  "ruleNews.asked_when": ({ name }: { name: string }) =>
    `${name} is required now for some answers of another field.`,
  "ruleNews.values": ({ name }: { name: string }) =>
    `${name} does not take some of its former values any more.`,
  "ruleNews.expiry": ({ name }: { name: string }) => `${name} needs its date of expiry now.`,
  "ruleNews.subject.size_chart": "A size chart",
  "ruleNews.subject.package": "The size of the parcel",
  "ruleNews.subject.manufacturer": "A manufacturer",
  "ruleNews.subject.responsible_person": "A responsible person",
  "ruleNews.subject.producer_responsibility": "Your number for producer responsibility",
  "ruleNews.subject.deposit": "The deposit on packaging",
  "ruleNews.stops": ({ count }: { count: number }, format: Format) =>
    `${products(count, format)} cannot be pushed or updated until that is filled in, below for all of them or on each product.`,
  "ruleNews.stopsNone": "No product is stopped by it.",
  "ruleNews.show": ({ count }: { count: number }, format: Format) =>
    `Show ${products(count, format)}`,
};
