import type { Format } from "../../base/format";
import { plural } from "../grammar";

export const connections = {
  "connections.title": "Connections",
  "connections.text": "Each connection ties one store to one TikTok Shop.",
  "connections.create": "Create connection",
  "connections.empty": "Connect your first store",
  "connections.emptyText":
    "You need your PrestaShop back office and your TikTok Shop Seller Center. It takes about five minutes.",
  "connections.checklist": "What to prepare",
  "connections.open": ({ name }: { name: string }) => `Open ${name}`,
  "connections.finish": "Finish setting up",
  "connections.attention": ({ count }: { count: number }) =>
    plural(count, { one: "1 thing needs you", other: `${count} things need you` }),
  "connection.state.setup": "Not finished",
  "connection.state.active": "Active",
  "connection.state.paused": "Paused",
  "connection.state.disconnected": "Disconnected",
  "platform.prestashop": "PrestaShop",
  "platform.tiktok-shop": "TikTok Shop",

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
  "wizard.nameMissing": "Enter a name.",
  "wizard.nameLong": "Use at most 80 characters.",
  "wizard.nameTaken": "You have a connection of this name already.",
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
  "wizard.missing": "Missing permissions",
  "wizard.where": "Where do I find these?",
  "wizard.whereKey1": "In PrestaShop, open Advanced parameters → Webservice.",
  "wizard.whereKey2": "Switch on “Enable PrestaShop's webservice” and save.",
  "wizard.whereKey3":
    "Choose “Add new webservice key”, press Generate, and tick the permissions below.",
  "wizard.whereKey4": "Save, then copy the key into this form.",
  "wizard.permissions": "Permissions the key needs",
  "wizard.resource": "Resource",
  "wizard.view": "View (GET)",
  "wizard.add": "Add (POST)",
  "wizard.edit": "Edit (PATCH; in 1.7 PUT)",
  "wizard.needed": "needed",
  "wizard.notNeeded": "not needed",
  "wizard.webhookUrl": "Webhook URL",
  "wizard.webhookSecret": "Webhook secret",
  "wizard.webhookHow": "How to send events",
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
  "wizard.market": "Where is your TikTok Shop registered?",
  "wizard.authorizeText":
    "You go to TikTok, log in to Seller Center, accept the terms and come back here by yourself.",
  "wizard.authorize": "Go to authorise",
  "wizard.marketCurrency": ({ currency }: { currency: string }) => `Prices in ${currency}`,
  "wizard.marketParties": ({ currency }: { currency: string }) =>
    `Prices in ${currency}. Most products cannot be listed here yet: EU law asks for a manufacturer and a responsible person, which Weft does not send.`,
  "wizard.marketMissing": "Choose your market first.",
  "wizard.refusedTitle": "TikTok Shop was not authorised",
  "wizard.refusedText":
    "The authorisation was refused or broken off. Nothing was connected; try again when you are ready.",
  "wizard.mismatchTitle": "The way back did not match",
  "wizard.mismatchText":
    "The authorisation was started somewhere else or took too long. For your safety it was not used; please start again.",
  "wizard.failedTitle": "TikTok Shop could not be connected",
  "wizard.failedText":
    "TikTok's answer could not be used. Nothing was connected; please try again.",
  "wizard.takenTitle": "This TikTok Shop is taken",
  "wizard.takenText":
    "The shop belongs to another connection already. Authorise with another shop, or delete that connection first.",
  "wizard.noShopTitle": "No TikTok Shop found",
  "wizard.noShopText":
    "This seller account has no shop yet. Finish the registration in Seller Center and authorise again.",
  "wizard.wrongShopTitle": "Another TikTok Shop answered",
  "wizard.wrongShopText":
    "The seller account you used does not own the shop of this connection. Log in to Seller Center with the right account and authorise again.",
  "wizard.authorizedTitle": "TikTok Shop is authorised",
  "wizard.shop": "Which shop do you want to connect?",
  "wizard.shopTaken": ({ name }: { name: string }) => `Already connected as “${name}”`,
  "wizard.connectShop": "Connect shop",
  "wizard.shopMissing": "Choose a shop first.",
  "wizard.again": "Authorise another account",

  "home.title": "Home",
  "home.products": "Products",
  "home.orders": "Orders",
  "home.categories": "Categories",
  "home.shares": (
    { title, entries }: { title: string; entries: readonly { label: string; count: number }[] },
    format: Format,
  ) =>
    `${title}: ${entries.map(({ label, count }) => `${label} ${format.number(count)}`).join(", ")}`,
  "attention.title": "Needs your attention",
  "attention.none": "Nothing needs your attention.",
  "attention.count": ({ count }: { count: number }) =>
    plural(count, { one: "1 needs you", other: `${count} need you` }),
  "attention.warned": ({ count }: { count: number }) =>
    plural(count, {
      one: "The health check leaves one recommendation",
      other: `The health check leaves ${count} recommendations`,
    }),
  "attention.products": ({ count, isMore }: { count: number; isMore: boolean }, format: Format) =>
    plural(count, {
      one: "1 product",
      other: `${format.number(count)}${isMore ? "+" : ""} products`,
    }),
  "attention.orders": ({ count, isMore }: { count: number; isMore: boolean }, format: Format) =>
    plural(count, { one: "1 order", other: `${format.number(count)}${isMore ? "+" : ""} orders` }),
  "attention.one": ({ kind, name }: { kind: string; name: string }) => `${kind}: ${name}`,
  "attention.several": ({ kind, name }: { kind: string; name: string }) =>
    `${kind}, among them ${name}`,
  "attention.since": ({ since }: { since: string }) => `Seen ${since}`,
  "attention.show": ({ kind }: { kind: string }) => `Show ${kind}`,
  "attention.showOne": "Show it",
  "attention.showCheck": "See the check",
  "attention.showSuggestions": "See the suggestions",
  "attention.showTask": "See the task",
  "attention.showSettings": "Authorise again",
  "attention.checkFails": "A health check fails",
  "attention.disconnected": "TikTok Shop is disconnected",
  "attention.disconnectedText": "Nothing is synced until you authorise Weft again.",
  "attention.expiring": ({ until }: { until: string }) =>
    `Your authorisation of TikTok Shop ends on ${until}`,
  "attention.expiringText": "Authorise again before that day, so that nothing stops.",
  "attention.suggested": ({ count }: { count: number }) =>
    plural(count, {
      one: "A suggested category waits for your yes",
      other: `${count} suggested categories wait for your yes`,
    }),
  "attention.suggestedText":
    "Products of a category can be pushed once its suggestion is accepted.",
  "attention.task": ({ kind }: { kind: string }) => `${kind}: waits for your confirmation`,
  "attention.taskText": "Look through its list, then confirm or cancel it.",
  "attention.readyAgain": "Failed before, ready now",
  "attention.readyAgainText": "Nothing that Weft knows of stops them any more. Push them again.",
  "home.tasks": "Recent tasks",
  "home.allTasks": "All tasks",
  "home.noTasks": "No tasks yet. Pull products to start one.",
  "home.mapped": "Mapped",
  "home.suggested": "Suggested",
  "home.unmapped": "Not mapped",
  "home.next": "What to do next",
  "home.nextText":
    "The way from your store to your first TikTok order. It stays here until all of it is done.",
  "home.step.package": "Say how large and heavy a parcel is where your store does not",
  "home.step.carriers": "Match your carriers with TikTok Shop's",
  "home.step.pull": "Pull your products from PrestaShop",
  "home.step.map": "Accept or choose TikTok Shop categories",
  "home.step.push": "Push products to TikTok Shop",
  "home.step.orders": "Orders arrive by themselves",
  "home.step.do": "Start",
  "home.step.done": "Done",
  "home.paused": "This connection is paused",
  "home.pausedText": "Nothing is synced until you resume it.",
  "home.resume": "Resume",
};
