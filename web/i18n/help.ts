/** The prose of the help page, read only there. */

export interface HelpTerm {
  word: string;
  meaning: string;
}

export const CHECKLIST: readonly string[] = [
  "PrestaShop 1.7.6 or newer, reachable on https from the internet.",
  "In PrestaShop: you may install modules. Without the module you need a webservice key instead.",
  "Each product has a default category, at least one image, a reference (SKU) and a price.",
  "On TikTok Shop: your seller registration is complete and a warehouse and a shipping template exist.",
  "You know the login of Seller Center. Weft never sees it.",
];

export const STEPS: readonly { title: string; text: string }[] = [
  {
    title: "Create a connection",
    text: "Name it, install the module and paste one address into it, then authorise TikTok Shop. Each step is checked by a real call before you go on.",
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
];

export const WORDS: readonly HelpTerm[] = [
  {
    word: "Connection address",
    meaning:
      "What you paste into the PrestaShop module. Good for one shop and one hour; Weft makes a new one at any time.",
  },
  {
    word: "Health",
    meaning:
      "Looks at your store, its module and your TikTok Shop, and says of each thing whether it is in order, why it matters and what to do.",
  },
  { word: "Pull", meaning: "Read products from PrestaShop into Weft." },
  { word: "Push", meaning: "Send products from Weft to TikTok Shop." },
  { word: "Not synced", meaning: "Pulled, but never pushed." },
  { word: "Synced", meaning: "Listed on TikTok Shop, with a product ID and a status there." },
  { word: "Sync failed", meaning: "A push was refused. Expand the row to read why." },
  {
    word: "Update failed",
    meaning: "The product is live with its old data; the last change was refused.",
  },
  {
    word: "Unsynced order",
    meaning:
      "Not in your store yet, mostly because an item is not linked to a product. It is created by itself once the reason is gone.",
  },
  {
    word: "Unfulfilled",
    meaning: "Paid and in your store, waiting for you to ship.",
  },
  {
    word: "Completed task",
    meaning: "Finished. Its counts tell how many products worked and how many failed.",
  },
  {
    word: "App key, app secret, access token",
    meaning:
      "Words of other shop systems. PrestaShop has one webservice key, which the module makes and hands over by itself.",
  },
];

export const EVENT_TYPES: readonly HelpTerm[] = [
  { word: "product.saved", meaning: "Products were created or changed; ids are product ids." },
  { word: "product.deleted", meaning: "Products were deleted; ids are product ids." },
  { word: "stock.changed", meaning: "Stock changed; ids are product ids." },
  { word: "order.state_changed", meaning: "Orders got another state; ids are order ids." },
  { word: "order.tracking_changed", meaning: "A tracking number changed; ids are order ids." },
  { word: "ping", meaning: "A test. Nothing happens, but the signature is checked." },
];

export const WEBHOOK_TEXT: readonly string[] = [
  "Weft's PrestaShop module does this for you: install it from the store step of the wizard or from Settings → Module and webhook.",
  "Any other sender may tell Weft that something changed as well: a cron job, your own script. An event only names what to look at; Weft then reads the truth from your store.",
  "Send a POST request with a JSON body to the webhook URL of the connection. URL and secret are shown under Settings → Module and webhook. Sign the body with the secret: HMAC-SHA256 over the timestamp, a dot, and the exact bytes of the body, in lower-case hex.",
  "A wrong signature or a timestamp older than five minutes is answered with 401 and changes nothing. Sending the same event twice does no harm.",
];

export const WEBHOOK_EXAMPLE = `POST <webhook URL>
Content-Type: application/json
X-Weft-Timestamp: 1767225600
X-Weft-Signature: v1=<hex of HMAC-SHA256(secret, "1767225600." + body)>

{"id":"a-unique-id","type":"stock.changed","shop":"https://shop.example","at":1767225600000,"ids":["12","34"]}`;

export const FAILING: readonly string[] = [
  "Expand a product's row: its sync status says what happened, what that means for sales, and what to do.",
  "Change it in PrestaShop, pull, and push again. Failed items of a task can be retried from the task.",
  "What Weft needs from you is listed on Home and disappears by itself once it works again.",
  "To end the connection from TikTok's side: Seller Center → Growth → App store → My apps → Cancel. Sync stops, your data and mappings stay, and authorising again carries on.",
];
