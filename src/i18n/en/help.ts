/** The prose of the help page. */
import type { HelpTexts } from "../base/wording";

export const help: HelpTexts = {
  checklist: [
    "PrestaShop 1.7.6 or newer, reachable on https from the internet.",
    "In PrestaShop: you may install modules. Without the module you need a webservice key instead.",
    "Each product has a default category, at least one image, a reference (SKU) and a price.",
    "On TikTok Shop: your seller registration is complete and a warehouse and a shipping template exist.",
    "You know the login of Seller Center. Weft never sees it.",
  ],

  steps: [
    {
      title: "Create a connection",
      text: "Name it, install the module and paste one address into it, then authorise TikTok Shop. Each step is checked by a real call before you go on.",
    },
    {
      title: "Say how you send",
      text: "Home lists both under What to do next: the size and weight of a usual parcel, and which of your carriers is which of TikTok Shop's.",
    },
    {
      title: "Pull products",
      text: "Products → Actions → Pull products. The first time choose All time; later Since last pull is enough. Price and stock follow by themselves.",
    },
    {
      title: "Choose categories",
      text: "Categories → Suggest categories. Accept what fits and change what does not. Every product takes the choice of its store category unless you choose one for it alone.",
    },
    {
      title: "Push products",
      text: "Push one, the selected ones, a page or all pages. Weft checks everything first and lists all reasons at once; nothing is sent half done.",
    },
    {
      title: "Let orders come",
      text: "A paid TikTok order is created in your store with the price the buyer paid, to the cent. Ship it in PrestaShop with a tracking number and TikTok Shop is told.",
    },
  ],

  selling: [
    "Do not push again what you list already: buyers would find it twice. Pull your products, then Products → Actions → Map products.",
    "Find listings. Weft reads the listings of your shop and finds the product of each by SKU, by barcode or by name. It changes nothing there.",
    "Ready are listings whose every SKU is one variant of one product. Look first: compare the SKUs and save. No product found: choose the product, or hide the listing.",
    "Map. Titles, texts, pictures and category stay as they are in Seller Center. Stock follows PrestaShop, and prices where you say so. Orders that waited for the listing are created in your store.",
    "The product's page undoes a mapping. The listing stays, its stock no longer follows, and new orders of it wait.",
  ],

  glossary: [
    {
      term: "Connection address",
      meaning:
        "What you paste into the PrestaShop module. Good for one shop and one hour; Weft makes a new one at any time.",
    },
    {
      term: "Health",
      meaning:
        "Looks at your store, its module and your TikTok Shop, and says of each thing whether it is in order, why it matters and what to do.",
    },
    { term: "Pull", meaning: "Read products from PrestaShop into Weft." },
    { term: "Push", meaning: "Send products from Weft to TikTok Shop." },
    {
      term: "Map",
      meaning:
        "Say which product of your store a listing is that was made in Seller Center, so that orders and stock of it go through Weft.",
    },
    { term: "Not synced", meaning: "Pulled, but never pushed." },
    { term: "Synced", meaning: "Listed on TikTok Shop, with a product ID and a status there." },
    { term: "Sync failed", meaning: "A push was refused. Expand the row to read why." },
    {
      term: "Update failed",
      meaning: "The product is live with its old data; the last change was refused.",
    },
    {
      term: "Unsynced order",
      meaning:
        "Not in your store yet, mostly because an item is not linked to a product. It is created by itself once the reason is gone.",
    },
    {
      term: "Unfulfilled",
      meaning: "Paid and in your store, waiting for you to ship.",
    },
    {
      term: "Completed task",
      meaning: "Finished. Its counts tell how many products worked and how many failed.",
    },
    {
      term: "App key, access token",
      meaning:
        "Words of other shop systems. PrestaShop has one webservice key, which the module makes and hands over by itself.",
    },
  ],

  eventTypes: [
    { term: "product.saved", meaning: "Products were created or changed; ids are product ids." },
    { term: "product.deleted", meaning: "Products were deleted; ids are product ids." },
    { term: "stock.changed", meaning: "Stock changed; ids are product ids." },
    { term: "order.state_changed", meaning: "Orders got another state; ids are order ids." },
    { term: "order.tracking_changed", meaning: "A tracking number changed; ids are order ids." },
    { term: "ping", meaning: "A test. Nothing happens, but the signature is checked." },
  ],

  webhook: [
    "Weft's PrestaShop module does this for you: install it from the store step of the wizard or from Settings → Module and webhook.",
    "Any other sender may tell Weft that something changed as well: a cron job, your own script. An event only names what to look at; Weft then reads the truth from your store.",
    "Send a POST request with a JSON body to the webhook URL of the connection. URL and secret are shown under Settings → Module and webhook. Sign the body with the secret: HMAC-SHA256 over the timestamp, a dot, and the exact bytes of the body, in lower-case hex.",
    "A wrong signature or a timestamp older than five minutes is answered with 401 and changes nothing. Sending the same event twice does no harm.",
  ],

  webhookExample: `POST <webhook URL>
Content-Type: application/json
X-Weft-Timestamp: 1767225600
X-Weft-Signature: v1=<hex of HMAC-SHA256(secret, "1767225600." + body)>

{"id":"a-unique-id","type":"stock.changed","shop":"https://shop.example","at":1767225600000,"ids":["12","34"]}`,

  failing: [
    "Expand a product's row: its sync status says what happened, what that means for sales, and what to do.",
    "Change it in PrestaShop, pull, and push again. Failed items of a task can be retried from the task.",
    "What Weft needs from you is listed on Home and disappears by itself once it works again.",
    "To end the connection from TikTok's side: Seller Center → Growth → App store → My apps → Cancel. Sync stops, your data and mappings stay, and authorising again carries on.",
  ],
};
