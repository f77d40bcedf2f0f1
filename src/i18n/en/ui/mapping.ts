import type { Format } from "../../base/format";
import { plural } from "../grammar";

const listings = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "listing", other: "listings" })}`;

/** Listings that were made in Seller Center and the products that they are: the page Map products, and the card of a product. */
export const mapping = {
  "mapping.title": "Map products",
  "mapping.text":
    "Listings made in Seller Center, and the product of your store that each of them is.",
  "mapping.find": "Find listings",
  "mapping.findAgain": "Find listings again",
  "mapping.first": "You sell on TikTok Shop already?",
  "mapping.firstText":
    "Weft looks through the listings of your shop and finds the product of your store that each of them is, by SKU, barcode or name. Map them, and their orders and stock go through Weft; nothing in the listings is changed.",
  "mapping.nothingLeft": "Every listing has its product",
  "mapping.nothingLeftText":
    "The last search found no listing in your shop that no product of your store stands for.",
  "mapping.searching": "The listings of your shop are being read. They appear here as they come.",
  "mapping.tabs": "Listings by what Weft found",
  "mapping.tab.sure": "Ready",
  "mapping.tab.likely": "Look first",
  "mapping.tab.none": "No product found",
  "mapping.tab.hidden": "Hidden",
  "mapping.tabText.sure":
    "Every SKU of these listings is one variant of one product, or you chose the product.",
  "mapping.tabText.likely":
    "Something fits and something does not. Open the SKUs, check or change them, and save.",
  "mapping.tabText.none":
    "No product of your store has these SKUs, barcodes or this name. Open the SKUs and choose the product.",
  "mapping.tabText.hidden": "You hid these. They stay on TikTok Shop as they are.",
  "mapping.empty.sure": "Nothing is ready",
  "mapping.empty.likely": "Nothing to check",
  "mapping.empty.none": "For every listing a product was found",
  "mapping.empty.hidden": "Nothing is hidden",
  "mapping.search": "Title, SKU or TikTok Shop product ID",
  "mapping.notFound": ({ search }: { search: string }) => `No listing with “${search}”`,
  "mapping.notFoundText":
    "Listings that stand for a product are not here. Paste the product ID from Seller Center, or find listings again.",
  "mapping.notRead": ({ id }: { id: string }) => `Listing ${id} was not found yet`,
  "mapping.notReadText": "Weft can read this one listing from your shop.",
  "mapping.readOne": "Read this listing",
  "mapping.wanted": ({ name }: { name: string }) => `Which listing is ${name}?`,
  "mapping.wantedText":
    "Open the SKUs of the listing: the product is chosen there already. Check the variants, save, then map it.",
  "mapping.wantedEnd": "Show all listings",
  "mapping.list": "Listings",
  "mapping.select": ({ title }: { title: string }) => `Select ${title}`,
  "mapping.selected": ({ count }: { count: number }, format: Format) =>
    `${listings(count, format)} selected`,
  "mapping.selectedMappable": (
    { count, mappable }: { count: number; mappable: number },
    format: Format,
  ) =>
    `${listings(count, format)} selected, ${format.number(mappable)} of them with a product and its SKUs`,
  "mapping.selectPage": "Select all on this page",
  "mapping.clear": "Clear selection",
  "mapping.mapSelected": "Map selected…",
  "mapping.mapAll": ({ count }: { count: number }, format: Format) =>
    `Map all ${format.number(count)}…`,
  "mapping.hide": "Hide",
  "mapping.hideOne": ({ title }: { title: string }) => `Hide ${title}`,
  "mapping.show": "Show again",
  "mapping.showOne": ({ title }: { title: string }) => `Show again: ${title}`,
  "mapping.wasHidden": ({ count }: { count: number }, format: Format) =>
    `${listings(count, format)} hidden.`,
  "mapping.wasShown": ({ count }: { count: number }, format: Format) =>
    `${listings(count, format)} shown again.`,
  "mapping.channel": "TikTok Shop",
  "mapping.store": "PrestaShop",
  "mapping.untitled": "Listing without a title",
  "mapping.openListing": ({ id }: { id: string }) => `Open ${id} in Seller Center`,
  "mapping.skus": ({ skus }: { skus: string }) => `SKU: ${skus}`,
  "mapping.noSku": "no SKU",
  "mapping.moreSkus": ({ skus, count }: { skus: string; count: number }, format: Format) =>
    `${skus} and ${format.number(count)} more`,
  "mapping.noProduct": "No product yet",
  "mapping.noProductText": "Open the SKUs and choose it.",
  "mapping.by.sku": "by SKU",
  "mapping.by.barcode": "by barcode",
  "mapping.by.title": "by name",
  "mapping.by.person": "chosen by you",
  "mapping.paired": ({ paired, skus }: { paired: number; skus: number }, format: Format) =>
    `${format.number(paired)} of ${format.number(skus)} ${plural(skus, { one: "SKU", other: "SKUs" })}`,
  "mapping.openSkus": "SKUs and product",
  "mapping.openSkusOf": ({ title }: { title: string }) => `SKUs and product of ${title}`,
  "mapping.pairs": "SKUs of the listing and variants of the product",
  "mapping.col.sku": "SKU on TikTok Shop",
  "mapping.col.barcode": "Barcode",
  "mapping.col.price": "Price there",
  "mapping.col.stock": "Stock there",
  "mapping.col.variant": "Variant in PrestaShop",
  "mapping.variantFor": ({ sku }: { sku: string }) => `Variant for ${sku}`,
  "mapping.none": "No variant",
  "mapping.variant": (
    { name, sku, stock }: { name: string; sku: string; stock: number },
    format: Format,
  ) => [name, sku, `${format.number(stock)} in stock`].filter(Boolean).join(" · "),
  "mapping.standAlone":
    "Orders of a SKU without a variant wait, and its stock stays as it is on TikTok Shop.",
  "mapping.twice": "Two SKUs stand for the same variant. Choose another one for one of them.",
  "mapping.choose": "Choose the product",
  "mapping.chooseOther": "Choose another product",
  "mapping.chooseHint": "Name, SKU or barcode",
  "mapping.chooseEmpty": "Type to find a product that is not on TikTok Shop yet.",
  "mapping.chosen": ({ name }: { name: string }) => `Chosen: ${name}`,
  "mapping.save": "Save",
  "mapping.saved": ({ title }: { title: string }) => `Saved. ${title} is under Ready.`,
  "mapping.dialog": ({ count }: { count: number }, format: Format) =>
    `Map ${listings(count, format)}`,
  "mapping.dialogText":
    "From now on these listings stand for the products of your store, and orders that wait for them are created there.",
  "mapping.sendsStock": "Keep stock in step with PrestaShop",
  "mapping.sendsStockHint":
    "So that nothing is sold twice. Weft sends the stock of your store at once and after every sale. Off: what TikTok Shop shows stays until you change it in Seller Center.",
  "mapping.sendsPrice": "Take prices from PrestaShop",
  "mapping.sendsPriceHint": "Off: prices stay as they are in Seller Center.",
  "mapping.contentStays":
    "Titles, texts, pictures and category stay as they are in Seller Center, whatever you choose here.",
  "mapping.confirm": ({ count }: { count: number }, format: Format) =>
    `Map ${listings(count, format)}`,
  "mapping.started": ({ count }: { count: number }, format: Format) =>
    `Mapping of ${listings(count, format)} started.`,
  "product.mapped": "Mapped",
  "product.mappedText":
    "This listing was made in Seller Center. What of it follows PrestaShop is said by the sync rules below.",
  "product.unmap": "Undo mapping…",
  "product.unmapTitle": "Undo the mapping",
  "product.unmapText":
    "The listing stays on TikTok Shop as it is, and its stock no longer follows PrestaShop. New orders of it wait until it is mapped again or you choose what to send.",
  "product.unmapConfirm": "Undo mapping",
  "product.unmapped": "The mapping is undone. The listing stays on TikTok Shop.",
};
