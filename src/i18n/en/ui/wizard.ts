/** The set-up of a connection. */
export const wizard = {
  "wizard.nameProposal": "My shop",
  "wizard.choices": "What Weft does by itself",
  "wizard.health": "See the health check",
  "wizard.title": "Create connection",
  "wizard.steps": "Steps",
  "wizard.step.name": "Connection",
  "wizard.step.store": "PrestaShop store",
  "wizard.step.channel": "TikTok Shop",
  "wizard.step.shop": "Choose shop",
  "wizard.step.done": "done",
  "wizard.step.now": "now",
  "wizard.name": "Connection name",
  "wizard.nameHint": "Any name you like, for you to tell connections apart.",
  "wizard.from": "From",
  "wizard.to": "To",
  "wizard.storeUrl": "Store URL",
  "wizard.storeUrlHint":
    "Shop parameters → Traffic & SEO → Shop domain, with its folder if it has one.",
  "wizard.storeUrlMissing": "Enter the address of your store.",
  "wizard.key": "Webservice key",
  "wizard.keyMissing": "Paste the webservice key.",
  "wizard.keyHint": "Stored encrypted, never shown again.",
  "wizard.keyKept": "A key is saved. Leave this empty to keep it.",
  "wizard.check": "Check store",
  "wizard.checkedTitle": "PrestaShop store authorisation complete",
  "wizard.checkedText": ({ shop, version }: { shop: string; version: string }) =>
    `“${shop}” answered, PrestaShop ${version}. All permissions are there.`,
  "wizard.viaModule": ({ version }: { version: string }) =>
    `Weft works through its module, version ${version}.`,
  "wizard.viaWebservice":
    "Weft works through the webservice. With the module, changes arrive at once.",
  "wizard.where": "Where do I find these?",
  "wizard.permissions": "Permissions the key needs",
  "wizard.resource": "Resource",
  "wizard.view": "View (GET)",
  "wizard.add": "Add (POST)",
  "wizard.edit": "Edit (PATCH; in 1.7 PUT)",
  "wizard.needed": "needed",
  "wizard.notNeeded": "not needed",
  "wizard.moduleTitle": "Connect your store with its module",
  "wizard.moduleText":
    "Install the module, paste one address, press one button: nothing is typed twice.",
  "wizard.moduleDownload": "Download the PrestaShop module",
  "wizard.moduleInstall":
    "Download the module. In PrestaShop, open Modules → Module Manager → Upload a module, and choose the file.",
  "wizard.modulePaste":
    "Press Configure, paste the connection address into “Address from Weft”, and save.",
  "wizard.moduleConnect":
    "Press “Create the key and connect”. PrestaShop makes a webservice key with exactly the permissions Weft needs and hands it over.",
  "wizard.pairingUrl": "Connection address",
  "wizard.pairingUntil": ({ when }: { when: string }) =>
    `For one shop, until ${when}. It carries a code: give it to nobody else.`,
  "wizard.pairingNew": "Make a new address",
  "wizard.waiting": "Waiting for your store",
  "wizard.waitingText": "This page goes on by itself as soon as your store has connected.",
  "wizard.connected": "Your store is connected.",
  "wizard.paired": "Your store has taken the address",
  "wizard.pairedText":
    "One press is left in PrestaShop: “Create the key and connect”. This page then goes on by itself.",
  "wizard.byHandTitle": "Or connect without the module",
  "wizard.byHandText":
    "Weft then works through PrestaShop's webservice, more slowly: it sees stock within five minutes and any other change within ten, for up to 10,000 products, instead of within seconds, and creates an order in several requests instead of one. You can add the module later.",
  "wizard.continueToChannel": "Next",
  "wizard.continueWhy": "First connect the store: by the module, or by address and key.",
  "wizard.back": "Back",
  "wizard.market": "Where is your TikTok Shop registered?",
  "wizard.authorizeText":
    "You go to TikTok, log in to Seller Center, accept the terms and come back here by yourself.",
  "wizard.marketCurrency": ({ currency }: { currency: string }) => `Prices in ${currency}`,
  "wizard.marketParties": ({ currency }: { currency: string }) =>
    `Prices in ${currency}. Most products cannot be listed here yet: EU law asks for a manufacturer and a responsible person, which Weft does not send.`,
  "wizard.marketMissing": "Choose your market first.",
  "wizard.shop": "Which shop do you want to connect?",
  "wizard.shopTaken": ({ name }: { name: string }) => `Already connected as “${name}”`,
  "wizard.connectShop": "Connect shop",
  "wizard.shopMissing": "Choose a shop first.",
  "wizard.again": "Authorise another account",
};
