import type { Format } from "../../base/format";
import { plural } from "../grammar";

const values = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "value", other: "values" })}`;
const products = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "product", other: "products" })}`;

/** What the store's own words say of attributes that nothing fills yet. */
export const proposals = {
  "proposals.title": "What your store already says",
  "proposals.text":
    "Weft read titles, descriptions and features of these products for details that are still empty. Nothing is filled in before you take it.",
  "proposals.empty": "Your store's texts say nothing more of the empty details of these products.",
  "proposals.list": "Values found in your store",
  "proposals.take": (f: { values: number; products: number }, format: Format) =>
    `Take ${values(f.values, format)} for ${products(f.products, format)}`,
  "proposals.takeNone": "Take the ticked values",
  "proposals.tickSure": "Tick what is stated",
  "proposals.tickNone": "Tick nothing",
  "proposals.tick": (f: { attribute: string; value: string; product: string }) =>
    `${f.attribute}: ${f.value}, for ${f.product}`,
  "proposals.taken": ({ count }: { count: number }, format: Format) =>
    `Filled in for ${products(count, format)}. Push them for it to take effect.`,
  "proposals.takenPart": (f: { count: number; left: number }, format: Format) =>
    `Filled in for ${products(f.count, format)}; ${products(f.left, format)} had changed meanwhile and ${plural(f.left, { one: "was", other: "were" })} left as ${plural(f.left, { one: "it is", other: "they are" })}.`,
  "proposals.more": "Read more products",
  "proposals.read": ({ count }: { count: number }, format: Format) =>
    `${products(count, format)} read so far.`,
  "proposals.level.sure": "Stated",
  "proposals.level.likely": "Check it",
  "proposals.place.title": "Title",
  "proposals.place.description": "Description",
  "proposals.place.feature": "Feature",
  "proposals.says": (f: { place: string; text: string }) => `${f.place}: “${f.text}”`,
  "proposals.found": ({ value }: { value: string }) => `Your store says ${value}.`,
  "proposals.use": ({ value }: { value: string }) => `Fill in ${value}`,
};
