import type { Facts } from "../../../domain/facts";
import type { ProblemWording } from "../../base/wording";
import { quoted } from "../facts";
import { OURS } from "./first";
import {
  CHANNEL_STOPS,
  NOT_LIVE,
  PULL_AND_PUSH,
  TRY_LATER,
  WAITS,
  ADD_PAPER,
  CHOOSE_PARTY,
} from "./sentences";

const reconnect = (what: string): ProblemWording => ({
  what,
  means: CHANNEL_STOPS,
  act: "Authorise TikTok Shop again. Everything you set up stays.",
});
const waits = (what: string): ProblemWording => ({ what, means: WAITS, ...TRY_LATER });
const ours = (what: string): ProblemWording => ({
  what,
  means: "This one step was not done.",
  act: OURS,
});
/** TikTok refused a part of the product; its own sentence follows. */
const refused = (part: string, act = PULL_AND_PUSH): ProblemWording => ({
  what: (f: Facts) => `TikTok Shop refused ${part}${quoted(f, "message")}.`,
  means: NOT_LIVE,
  act,
});

/** TikTok Shop's access, limits, and what it says about products. */
export const tiktokProblems = {
  "tiktok.authorization_revoked": reconnect(
    "The permission to work with your TikTok Shop was taken back.",
  ),
  "tiktok.token_revoked": reconnect("The permission to work with your TikTok Shop was taken back."),
  "tiktok.token_expired": reconnect("The permission to work with your TikTok Shop has run out."),
  "tiktok.token_invalid": reconnect("TikTok Shop no longer accepts the permission it gave."),
  "tiktok.token_mismatch": reconnect("The permission belongs to another TikTok Shop."),
  "tiktok.refresh_token_invalid": reconnect(
    "The permission to work with your TikTok Shop has run out.",
  ),
  "tiktok.scope_missing": reconnect("The permission does not cover everything Weft needs."),
  "tiktok.permission": reconnect("Your TikTok Shop account may not do this."),
  "tiktok.code_invalid": reconnect("The authorisation was not finished in time."),
  "tiktok.rate_limited": waits("TikTok Shop asked for a pause: too many requests."),
  "tiktok.unavailable": waits("TikTok Shop has trouble of its own."),
  "tiktok.timeout": waits("TikTok Shop took too long to answer."),
  "tiktok.unreachable": waits("TikTok Shop cannot be reached."),
  "tiktok.unreadable": waits("TikTok Shop's answer could not be read."),
  "tiktok.external_id_taken": waits("TikTok Shop is still busy with an earlier try."),
  "tiktok.answer_too_large": ours("TikTok Shop's answer was larger than expected."),
  "tiktok.unexpected_shape": ours("TikTok Shop's answer looks different from what it documents."),
  "tiktok.invalid_parameter": ours("TikTok Shop did not understand Weft's request."),
  "tiktok.full_edit_needed": ours(
    "TikTok Shop changes this part of a product in a whole edit only.",
  ),
  "tiktok.signature_refused": ours("TikTok Shop did not accept Weft's signature."),
  "tiktok.app_key_refused": ours("TikTok Shop does not accept this installation's app key."),
  "tiktok.timestamp_refused": ours("TikTok Shop found Weft's clock wrong."),
  "tiktok.gateway_refused": ours("TikTok Shop's gateway refused the request."),
  "tiktok.cipher_missing": ours("The request named no shop."),
  "tiktok.cipher_refused": reconnect("TikTok Shop no longer knows the connected shop."),
  "tiktok.call_unknown": ours("TikTok Shop does not know this call."),
  "tiktok.address_refused": ours("TikTok Shop refuses requests from this server's address."),
  "tiktok.shop_not_chosen": {
    what: "No TikTok Shop is chosen yet.",
    means: CHANNEL_STOPS,
    act: "Finish setting up the connection.",
  },
  "tiktok.shop_inactive": {
    what: "Your TikTok Shop is not active.",
    means: CHANNEL_STOPS,
    act: "Open Seller Center and finish what it asks for.",
  },
  "tiktok.shop_locked": {
    what: "Your TikTok Shop is locked for changes.",
    means: CHANNEL_STOPS,
    act: "Open Seller Center: holiday mode or a review may be on.",
  },
  "tiktok.region_unsupported": refused("the market of this shop", "Choose another market."),
  "tiktok.refused": {
    what: (f) => `TikTok Shop refused this${quoted(f, "message")}.`,
    means: "This one step was not done; everything else goes on.",
    act: "Read TikTok's own words above, fix what they name and try again.",
  },
  "tiktok.busy": waits("TikTok Shop is still busy with something it was asked for before."),
  "tiktok.setup_missing": {
    what: (f) => `TikTok Shop asks your shop for something first${quoted(f, "message")}.`,
    means: NOT_LIVE,
    act: "Finish it in Seller Center, then push again.",
  },
  "tiktok.not_supported": refused(
    "something your shop or market does not offer",
    "Change the listing in Seller Center as TikTok's words above say, then push again.",
  ),
  "tiktok.edit_locked": refused(
    "changes of this listing for now",
    "Read TikTok's own words above, end what they name in Seller Center, then push again.",
  ),
  "tiktok.pre_sale": refused(
    "the pre-sale or made-to-order settings",
    "Correct them in Seller Center, then push again.",
  ),
  "tiktok.bundle": refused("the bundle", "Change the bundle in Seller Center, then push again."),
  "tiktok.global_product": refused(
    "a product that is published to several markets",
    "Change it in Seller Center under Global products, then push again.",
  ),
  "tiktok.pfand": refused("the deposit (Pfand)", "Enter it in Seller Center, then push again."),
  "tiktok.price": refused("a price"),
  "tiktok.stock_refused": refused(
    "the stock figure",
    "Read TikTok's own words above. Where TikTok Shop fills the stock by itself, switch that off in Seller Center.",
  ),
  "tiktok.title": refused("the name"),
  "tiktok.description": refused("the description"),
  "tiktok.image": refused(
    "an image",
    `Images need 300 to 5000 pixels and at most 10 MB. ${PULL_AND_PUSH}`,
  ),
  "tiktok.option": refused("the variant names or values"),
  "tiktok.sku_limit": refused("the number of variants"),
  "tiktok.seller_sku": refused("a SKU", `Check the references. ${PULL_AND_PUSH}`),
  "tiktok.sku_missing": refused(
    "the variants: it does not know one of them",
    "Push the product again.",
  ),
  "tiktok.barcode": refused("a barcode", `Check EAN and UPC. ${PULL_AND_PUSH}`),
  "tiktok.currency": refused("the currency"),
  "tiktok.price_range": refused("a price"),
  "tiktok.price_locked": refused(
    "the new price: a promotion is running",
    "End the promotion in Seller Center; Weft then sends the price.",
  ),
  "tiktok.quantity_refused": refused(
    "the stock figure",
    "Weft sends it again with the next change.",
  ),
  "tiktok.stock_locked": refused(
    "the stock figure: a campaign holds it",
    "End the campaign in Seller Center; Weft then sends the stock.",
  ),
  "tiktok.status_refused": refused(
    "the change in the product's present state",
    "Refresh its status and try again.",
  ),
  "tiktok.quota": {
    what: "TikTok Shop takes no more new products of your shop today.",
    means:
      "Products that wait are not on sale yet. What is listed goes on: stock, prices, orders and changes.",
    act: "Nothing: Weft asks again every hour and goes on by itself, tomorrow at the latest. New shops may list about 100 products a day; the limit grows.",
  },
  "tiktok.warehouse": refused("the warehouse", "Choose another warehouse in the settings."),
  "tiktok.return_warehouse_missing": refused(
    "the product: your shop has no return warehouse",
    "Add a return address in Seller Center.",
  ),
  "tiktok.attribute_missing": refused(
    "the product: required details are missing",
    "Fill in the details, then push again.",
  ),
  "tiktok.attribute": refused("a detail", "Check the details, then push again."),
  "tiktok.brand": refused("the brand", "Choose another brand or none, then push again."),
  "tiktok.certificate_missing": refused(
    "the product: a required certificate file is missing",
    ADD_PAPER,
  ),
  "tiktok.certificate": refused("a certificate", ADD_PAPER),
  "tiktok.size_chart": refused(
    "the size chart",
    "Upload a size chart with the details of the product, then push it again.",
  ),
  "tiktok.package_weight": refused(
    "the package weight",
    "Check the default package in the settings.",
  ),
  "tiktok.package_dimension": refused(
    "the package dimensions",
    "Check the default package in the settings.",
  ),
  "tiktok.manufacturer": refused("the manufacturer", CHOOSE_PARTY),
  "tiktok.responsible_person": refused("the responsible person", CHOOSE_PARTY),
  "tiktok.party_details": refused(
    "the details of a manufacturer or responsible person",
    "Correct the name, e-mail, phone or address, then save again.",
  ),
  "tiktok.energy_label": refused(
    "the product: its energy label is missing",
    "Add the label in Seller Center.",
  ),
  "tiktok.category_not_leaf": refused(
    "the category: it is too general",
    "Choose one of its subcategories.",
  ),
  "tiktok.category_prohibited": refused(
    "the category: it is not sold on TikTok Shop",
    "Choose another category.",
  ),
  "tiktok.category_restricted": refused(
    "the category: your shop needs access to it",
    "Ask for access in Seller Center, or choose another.",
  ),
  "tiktok.category_unknown": refused(
    "the category: it no longer exists",
    "Choose another category.",
  ),
  "tiktok.category_version": refused("the category", "Choose the category again."),
  "tiktok.category_no_match": {
    what: "TikTok Shop has no category to suggest.",
    means: "Products of this store category cannot be pushed yet.",
    act: "Choose the category yourself.",
  },
  "tiktok.check_failed": refused(
    "the product in its check",
    "Read TikTok's words above, fix what they name, push again.",
  ),
  "tiktok.listing_missing": {
    what: "The product no longer exists on TikTok Shop.",
    means: "It was deleted there and is not sold.",
    act: "Push it to list it anew.",
  },
  "tiktok.id_invalid": ours("Weft asked TikTok Shop for something with a broken ID."),
} satisfies Record<string, ProblemWording>;
