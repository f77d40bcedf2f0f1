import type { Format } from "../../base/format";
import { plural } from "../grammar";

const counted = (count: number, one: string, other: string, format: Format) =>
  `${format.number(count)} ${plural(count, { one, other })}`;

/** The categories, and the dialog that chooses one. */
export const categories = {
  "categories.title": "Categories",
  "categories.text": "Each category of your store needs one category of TikTok Shop.",
  "categories.suggest": "Suggest categories",
  "categories.acceptAll": ({ count }: { count: number }, format: Format) =>
    `Accept all ${format.number(count)} suggestions`,
  "categories.accept": "Accept",
  "categories.change": "Change",
  "categories.choose": "Choose",
  "categories.changeOne": ({ path }: { path: string }) => `Change category of ${path}`,
  "categories.chooseOne": ({ path }: { path: string }) => `Choose category for ${path}`,
  "categories.acceptOne": ({ path }: { path: string }) => `Accept suggestion for ${path}`,
  "categories.editByCsv": "Edit by CSV…",
  "categories.editByCsvOne": ({ path }: { path: string }) => `Edit by CSV: products of ${path}`,
  "categories.table": "Categories",
  "categories.col.source": "Category in PrestaShop",
  "categories.col.count": "Products",
  "categories.col.state": "State",
  "categories.col.channel": "Category in TikTok Shop",
  "categories.col.actions": "Actions",
  "categories.demands": "What TikTok Shop asks",
  "categories.none": "No category",
  "categories.state.accepted": "Mapped",
  "categories.state.suggested": "Suggested",
  "categories.state.none": "Not mapped",
  "categories.empty": "No categories yet",
  "categories.emptyText": "They come with your products. Pull products first.",
  "categories.accepted": ({ count }: { count: number }, format: Format) =>
    `${counted(count, "category", "categories", format)} accepted.`,
  "categories.treeReadAt": ({ when }: { when: string }) =>
    `TikTok's category list was read ${when}.`,
  "categories.treeEmpty":
    "TikTok's category list has not been read yet. Suggest categories to read it.",
  "categories.warningTitle": "This product is on TikTok Shop",
  "categories.warning":
    "Products already on TikTok Shop go to review again, and details of the old category may be lost.",
  "picker.title": "Choose a TikTok Shop category",
  "picker.for": ({ name }: { name: string }) => `For ${name}`,
  "picker.search": "Search categories",
  "picker.departments": "All departments",
  "picker.path": "Where you are",
  "picker.list": "Categories",
  "picker.noMatch": "No category of this name. Try another word.",
  "picker.choose": "Use this category",
  "picker.clear": "Remove mapping",
  "picker.invite_only": "By invitation",
  "picker.restricted": "Access needed",
  "picker.prohibited": "Not allowed",
  "picker.chosen": ({ path }: { path: string }) => `Chosen: ${path}`,
};
