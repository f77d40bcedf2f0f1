import type { ProblemWording } from "../../base/wording";
import { after, fact } from "../facts";
import { OURS } from "./first";
import { TRY_LATER, WAITS } from "./sentences";

/** What becomes of single products in a task, and of tasks as a whole. */
export const taskProblems = {
  "tiktok.delete_not_allowed": {
    what: "TikTok has not allowed this app to delete listings.",
    means: "The listing stays as it is.",
    act: "Delete it in Seller Center; Weft notices that by itself.",
  },
  "sheet.product_gone": {
    what: "The store does not have this product any more.",
    means: "Its row was left out.",
    act: "Take the row out of the file.",
  },
  "sheet.category_moved": {
    what: "The product is in another category by now.",
    means: "Its row was left out, and nothing of it was changed.",
    act: "Download the CSV of its new category.",
  },
  "sheet.changed_meanwhile": {
    what: "Somebody changed the product after the file was checked.",
    means: "Its row was left out, so that this change stays.",
    act: "Download the CSV again and enter your values there.",
  },
  "sheet.expired": {
    what: "The row was uploaded more than a week ago.",
    means: "It is not kept any more, and nothing of it was changed.",
    act: "Upload the file again.",
  },
  "sheet.just_changed": {
    what: "The product was just being changed by somebody else.",
    means: "Nothing of its row was written yet.",
    ...TRY_LATER,
  },
  "check.nothing_to_fix": {
    what: "There is nothing left that Weft could put right here.",
    means: "Nothing was changed.",
    act: "Check again: somebody may have been quicker.",
  },
  "listing.name_differs": {
    what: (f) => `What is deleted was not named as it is called${after(f, "name")}.`,
    means: "Nothing was deleted.",
    act: "Type the name as it is shown.",
  },
  "prices.other_currency": {
    what: (f) =>
      `Your store's prices are read in ${fact(f, "store", "a currency that is not known yet")}, TikTok Shop's are in ${fact(f, "market", "that of a market that is not chosen yet")}.`,
    means: "The rule was not saved: its amounts would be of the wrong currency.",
    act: "Choose the market's currency for prices in the settings first, or a rule of a percentage alone.",
  },
  "check.too_often": {
    what: "This connection was checked very often in the last minutes.",
    means: "The last report stands, and nothing was changed.",
    act: "Wait a few minutes, then check again.",
  },
  "check.fix_unknown": {
    what: (f) => `Weft does not know how to put this right${after(f, "fix")}.`,
    means: "Nothing was changed.",
    act: OURS,
  },
  "product.sku_missing": {
    what: (f) => `There is no SKU (reference)${after(f, "variants")}.`,
    means: "The product was pulled, but it cannot be pushed.",
    act: "Enter a reference in PrestaShop, then pull again.",
  },
  "product.unreadable": {
    what: (f) => `Your store answers an error for product ${fact(f, "id")} (${fact(f, "code")}).`,
    means: "The product stays as Weft knew it last; all others were read.",
    act: "Open and save the product in PrestaShop, and look at the modules that change it. Then pull again.",
  },
  "listing.not_on_channel": {
    what: "The product is not on TikTok Shop.",
    means: "There was nothing to do for it.",
    act: "Push it first.",
  },
  "listing.removed_on_channel": {
    what: "The product was deleted on TikTok Shop.",
    means: "It is not sold there any more.",
    act: "Push it to list it anew.",
  },
  "listing.busy": {
    what: "The product is just being pushed by another task.",
    means: WAITS,
    ...TRY_LATER,
  },
  "update.waiting": {
    what: "The shops could not take it at once.",
    means: WAITS,
    act: "Nothing needs to be done.",
  },
  "update.withheld": {
    what: "The product is set not to send this.",
    means: "TikTok Shop keeps the figure it has.",
    act: "Nothing, if it is meant so.",
  },
  "listing.nothing_to_send": {
    what: "Nothing has changed since the last push.",
    means: "TikTok Shop has the newest version already.",
    act: "Nothing needs to be done.",
  },
  "listing.kept_by_channel": {
    what: "By its sync rules, this listing stays as it is in Seller Center.",
    means: "Weft leaves its texts, pictures and category as they are there.",
    act: "Change them in Seller Center, or the sync rules on the product's page.",
  },
  "listing.draft_waits": {
    what: "The listing is a draft in Seller Center.",
    means: "It is not on sale, and a push would put it on sale by itself.",
    act: "Check its stock in Seller Center and publish it there.",
  },
  "mapping.partial": {
    what: (f) =>
      `Not everything has a counterpart. SKUs of the listing that stand alone: ${fact(f, "skus")}, variants of the product: ${fact(f, "variants")}.`,
    means:
      "Orders of a SKU without a variant wait, and its stock stays. A variant without a SKU is not sold on TikTok Shop.",
    act: "Add what is missing, undo the mapping on the product's page and map it again.",
  },
  "mapping.listing_gone": {
    what: "The listing is not on TikTok Shop any more.",
    means: "There is nothing to map.",
    act: "Look for listings again.",
  },
  "mapping.listing_taken": {
    what: "The listing stands for another product already.",
    means: "Its orders and its stock follow that product.",
    act: "Undo that mapping on the product's page first, if it is wrong.",
  },
  "mapping.product_listed": {
    what: (f) => `The product has another listing already${after(f, "id")}.`,
    means: "Weft keeps one listing of a product in step.",
    act: "Delete one of the two in Seller Center, or undo the mapping of the other, then map again.",
  },
  "mapping.look_first": {
    what: "The proposal of this listing is not sure any more, or somebody has hidden it.",
    means: "It was left out.",
    act: "Look at it on the page Map products, and map it there.",
  },
  "mapping.inactive": {
    what: "The product is switched off in PrestaShop.",
    means:
      "Nothing was mapped: its listing would leave sale, since your own store does not sell it.",
    act: "Switch it on in PrestaShop and pull, then map again.",
  },
  "mapping.other_warehouse": {
    what: (f) => `The listing has ${fact(f, "units")} units in another TikTok Shop warehouse.`,
    means:
      "Nothing was mapped: Weft keeps the stock of one warehouse, and those would be sold on top of it.",
    act: "Choose that warehouse in the settings, or set its stock to 0 in Seller Center, then map again. Or map without its stock.",
  },
  "mapping.no_pairs": {
    what: "No SKU of the listing stands for a variant.",
    means: "Nothing was mapped.",
    act: "Choose a variant for at least one SKU.",
  },
  "mapping.paired_twice": {
    what: "Two SKUs stand for the same variant.",
    means: "Nothing was mapped: their stock would be sold twice.",
    act: "Choose another variant for one of them.",
  },
  "mapping.pairs_outdated": {
    what: "The listing or the product has changed since the pairs were chosen.",
    means: "Nothing was mapped.",
    act: "Find listings again on the page Map products and check the pairs.",
  },
  "mapping.unmapped": {
    what: ({ count, isMore }, format) =>
      count === 1
        ? "A listing of your TikTok Shop stands for no product."
        : `${typeof count === "number" ? format.number(count) : "Some"}${isMore ? "+" : ""} listings of your TikTok Shop stand for no product.`,
    means: "Their orders wait, and their stock does not follow PrestaShop.",
    act: "Map each to its product on the page Map products, or hide there what Weft is to leave alone.",
  },
  "mapping.nothing_chosen": {
    what: "No product is chosen for this listing.",
    means: "It stays as it is, and its orders wait.",
    act: "Choose its product on the page Map products.",
  },
  "mapping.not_mapped": {
    what: "This product has no listing that was mapped.",
    means: "There is nothing to undo.",
    act: "Load the page again.",
  },
  "listing.hidden_in_store": {
    what: "PrestaShop shows this product nowhere.",
    means: "It is offered on TikTok Shop all the same.",
    act: "If it is not for sale, as a gift or a part of packs, deactivate it there.",
  },
  "listing.variants_sold_out": {
    what: (f) => `Some variants are sold out and were left out${after(f, "skus")}.`,
    means: "The other variants are sold as usual.",
    act: "Restock in PrestaShop, then push again.",
  },
  "category.empty": {
    what: "The category has no product to judge by.",
    means: "No TikTok Shop category could be suggested.",
    act: "Choose the category yourself when it has products.",
  },
  "category.no_suggestion": {
    what: (f) => `No TikTok Shop category fits well enough${after(f, "path")}.`,
    means: "Products of this store category cannot be pushed yet.",
    act: "Choose the category yourself.",
  },
  "category.suggested": {
    what: (f) => `Suggested${after(f, "category")}.`,
    means: "It takes effect when you accept it.",
    act: "Accept the suggestion or choose another category.",
  },
  "category.source_unknown": {
    what: "The store has no such category any more.",
    means: "Nothing was changed.",
    act: "Pull the products again.",
  },
  "task.cancelled": {
    what: "The task was cancelled.",
    means: "What was done before stays done; the rest was not started.",
    act: "Start it again when you like.",
  },
  "task.expired": {
    what: "Nobody confirmed the task within 24 hours.",
    means: "Nothing of it was done.",
    act: "Start it again when you like.",
  },
  "task.replaced": {
    what: "The same was started without a list to confirm.",
    means: "Nothing was done by this task; the other one does it.",
    act: "Nothing needs to be done.",
  },
  "task.not_unconfirmed": {
    what: "The task no longer waits for a confirmation.",
    means: "It was confirmed or cancelled before, or its time was over.",
    act: "Its status shows which; start it again if it is still needed.",
  },
  "task.nothing_failed": {
    what: "Nothing of this task failed.",
    means: "There was nothing to try again.",
    act: "Nothing needs to be done.",
  },
  "task.stopped": {
    what: "The task stood still and was ended.",
    means: "What was done before stays done.",
    act: "Start it again.",
  },
  "task.gave_up": {
    what: "The task was tried several times and given up.",
    means: "What was done before stays done.",
    act: OURS,
  },
  "task.kind_unknown": {
    what: "Weft does not know this kind of task.",
    means: "Nothing was done.",
    act: OURS,
  },
  "ledger.without_name": {
    what: "A part of Weft was called without a connection.",
    means: "Nothing was done.",
    act: OURS,
  },
} satisfies Record<string, ProblemWording>;
