import type { Facts } from "../../../domain/facts";
import type { CheckWording } from "../../base/wording";
import { after, clockSkew, fact, quoted, until } from "../facts";

const WEBSERVICE_PAGE = "In PrestaShop, open Advanced parameters → Webservice";

/** Connectivity of the store, and how the store is set up. */
export const storeChecks = {
  "store.tls": {
    title: "Secure connection",
    why: "Weft sends the key of your store, so it talks to it only through a valid certificate.",
    found: "The certificate of your store's address is not valid.",
    act: "Have your host renew the certificate of this address.",
  },
  "store.reachable": {
    title: "Store answers",
    why: "Products, stock and orders all travel through this one door.",
    found: (f) => `Your store does not answer${status(f)}.`,
    act: "Open your store in a browser. If it is down there too, ask your host; otherwise check again in a minute.",
  },
  "store.silence": {
    title: "Store takes requests",
    why: "A host may ask for a pause when too many requests come. Until it ends, no order reaches your store.",
    found: (f, format) => `Your store's host asked for a pause until ${until(f, format)}.`,
    act: "Usually nothing: Weft goes on by itself then. You can end the pause; if the host asks again, lower the requests a minute in the settings.",
    fix: "End the pause",
  },
  "store.firewall": {
    title: "No firewall in between",
    why: "A firewall that takes Weft for an attacker stops every sync.",
    found: (f) =>
      f["code"] === "prestashop.rate_limited"
        ? "Your store, or something in front of it, says that Weft asks too often."
        : `Something in front of your store turns Weft away${status(f)}.`,
    act: (f) =>
      f["code"] === "prestashop.rate_limited"
        ? "Lower the requests a minute under Store traffic in the settings, or ask your host to let Weft ask more often."
        : "Ask your host to let requests to /api pass, or to put Weft on the list of allowed visitors. Where requests are counted, fewer a minute help.",
  },
  "store.address": {
    title: "Store address",
    why: "PrestaShop sends callers of another address to its home page instead of answering.",
    found: (f) => `The address leads somewhere else${after(f, "redirectedTo")}.`,
    act: "Enter the address from Shop parameters → Traffic & SEO → Shop domain, with its folder.",
  },
  "store.rewriting": {
    title: "Friendly addresses",
    why: "With URL rewriting the webservice answers at its usual place.",
    found: "URL rewriting is off or broken, so Weft goes a longer way, which works.",
    act: "Switch on Friendly URL under Shop parameters → Traffic & SEO and save, so that the .htaccess file is written anew.",
  },
  "store.answers": {
    title: "Readable answers",
    why: "An answer that Weft cannot read is a product, a stock or an order it does not know.",
    found: (f) => `Your store answers with something else than data${after(f, "resources")}.`,
    act: "Switch PrestaShop's debug mode on for a moment and open the store: the error named there is the cause, often a module.",
  },
  "store.clean_answers": {
    title: "Nothing printed into answers",
    why: "What PHP prints before the data has to be cut off, and one day it breaks an answer.",
    found: (f) => `Something is printed before the data${quoted(f, "begins")}.`,
    act: "Switch off display_errors in PHP, or debug mode in PrestaShop, and look for the module named in the text.",
  },
  "store.webservice": {
    title: "Webservice on",
    why: "Weft reads and writes your store through PrestaShop's webservice.",
    found: "The webservice of your store is switched off.",
    act: `${WEBSERVICE_PAGE}, switch on “Enable PrestaShop's webservice” and save.`,
    fix: "Switch it on",
  },
  "store.key_format": {
    title: "Form of the key",
    why: "PrestaShop takes keys of 32 characters only.",
    found: "The saved key is not 32 characters long.",
    act: `${WEBSERVICE_PAGE}, copy the whole key and enter it again.`,
  },
  "store.key": {
    title: "Key accepted",
    why: "Without a valid key nothing can be read or written.",
    found: "Your store does not know this key, or it is switched off.",
    act: `${WEBSERVICE_PAGE} and switch the key on, or make a new one and enter it. If it is on there, press “Check and save store” in the settings: some hosts drop the header that carries it.`,
    fix: "Switch the key on",
  },
  "store.key_header": {
    title: "Key kept out of addresses",
    why: "A key in an address ends up in the log files of your host.",
    found: "Your host drops the header with the key, so Weft has to send it in the address.",
    act: "Ask your host to pass the Authorization header on to PHP (CGIPassAuth On). Once it does, press “Check and save store” in the settings.",
  },
  "store.permissions": {
    title: "Permissions of the key",
    why: "Each permission is needed at some point between a product and a paid order.",
    found: (f) =>
      "unseen" in f
        ? `The key may not read some of what Weft looks at${after(f, "unseen")}. Orders and stock are in step all the same, but refunds in PrestaShop are not seen.`
        : `The key may not do everything Weft needs${after(f, "missing")}.`,
    act: `${WEBSERVICE_PAGE}, edit the key and tick what is missing.`,
    fix: "Give the key its permissions",
  },
  "store.version": {
    title: "PrestaShop version",
    why: "Older versions cannot put an order right after it was made.",
    found: (f) => `This version of PrestaShop is too old${after(f, "version")}.`,
    act: "Update PrestaShop, after a backup.",
  },
  "store.speed": {
    title: "Speed",
    why: "One order takes about a dozen requests, so a slow store makes orders late.",
    found: (f) => `Your store needs ${seconds(f)} for a simple answer.`,
    act: "Ask your host why; often opcache or the caches of PrestaShop are off.",
  },
  "store.clock": {
    title: "Clock",
    why: "Changes are compared by time, and signed messages count for five minutes only.",
    found: (f) =>
      `The clock of your store's server is ${clockSkew(Number(f["seconds"]))}.${f["stopsOrders"] ? " Until it is right the module and Weft refuse each other's messages, so TikTok orders wait." : ""}`,
    act: "Ask your host to set the server's time automatically (NTP).",
  },
  "store.time_zone": {
    title: "Time zone",
    why: "PrestaShop writes times without a zone; with the wrong one, changes are missed.",
    found: (f) => `Your store's time zone is not one that exists${after(f, "zone")}.`,
    act: "Choose your time zone under International → Localization → Configuration.",
  },
  "store.language": {
    title: "Language",
    why: "Names and descriptions are read in the store's own language.",
    found: (f) =>
      f["state"] === "missing"
        ? "The default language of your store does not exist."
        : `The default language of your store is switched off${after(f, "code")}.`,
    act: "Switch it on under International → Localization → Languages, or choose another default.",
  },
  "store.multishop": {
    title: "The shop of this address",
    why: "Where several shops run in one installation, Weft has to know which of them it reads and fills.",
    found:
      "Several shops run in this installation, and your address answers for all of them. Weft takes the default one, which sells the wrong stock if yours is another.",
    act: "Update the module, or tick “View” for shops, shop_groups and shop_urls on the page of the key.",
  },
  "store.transactions": {
    title: "Database engine",
    why: "An order is many rows. A database with transactions keeps all of them or none when the store breaks off in the middle.",
    found: (f) =>
      `Your database keeps rows of orders by ${fact(f, "engines")}, which cannot take them back${after(f, "tables")}. An order that breaks off is left half made until Weft takes it up and finishes it, and Weft makes no trial order.`,
    act: "Ask your host to convert these tables to InnoDB, after a backup.",
  },
  "store.packs": {
    title: "Packs",
    why: "PrestaShop takes packs from the stock only when it makes an order that is paid from the start.",
    found:
      "Your store has packs and its module does not answer. An order of a pack with shipping or a discount waits, so that nothing is sold twice.",
    act: "Put right what this page says of the module and of the clock; where it is not installed, install it. The orders then come in by themselves.",
  },
  "store.open": {
    title: "Store open",
    why: "Buyers who look your store up find a closed door.",
    found: "Your store is in maintenance mode. Weft works all the same.",
    act: "Switch maintenance off under Shop parameters → General → Maintenance when you are done.",
  },
  "store.catalogue": {
    title: "Products to sell",
    why: "Only active products are offered on TikTok Shop.",
    found: "Your store has no active product.",
    act: "Switch on at least one product under Catalog → Products.",
  },
  "store.stock_management": {
    title: "Stock counted",
    why: "Without counted stock nobody knows what is left, and you sell what you do not have.",
    found: "Stock management is switched off.",
    act: "Switch it on under Shop parameters → Product settings → Products stock.",
  },
  "store.price_currency": {
    title: "Currency of prices",
    why: "TikTok Shop takes prices in the currency of its market only.",
    found: (f) =>
      `Your prices are in ${fact(f, "store")}, the market's are in ${fact(f, "market")}.`,
    act: (f) =>
      `Choose ${fact(f, "market", "that of the market")} as the currency of prices in the settings, if your store has it, or connect a TikTok Shop of your own market.`,
  },
} satisfies Record<string, CheckWording>;

function status(facts: Facts): string {
  const found = fact(facts, "status");
  return found ? ` (status ${found})` : "";
}

function seconds(facts: Facts): string {
  return `${(Number(facts["medianMs"]) / 1000).toFixed(1)} seconds`;
}
