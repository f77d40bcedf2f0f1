import type { Facts } from "../../../domain/facts";
import type { ProblemWording } from "../../base/wording";
import { after, clockSkew, fact, quoted } from "../facts";
import { OURS } from "./first";
import { STORE_STOPS, TRY_LATER, WAITS } from "./sentences";

const MODULE_GONE =
  "Weft goes on through the webservice: slower, and without the store's own events. Where the module made the key, orders wait for it.";

/** ": 12 minutes ahead" */
function skew(facts: Facts): string {
  const seconds = Number(facts["skewSeconds"]);
  return Number.isFinite(seconds) && seconds !== 0 ? `: ${clockSkew(seconds)}` : "";
}

/** " (503)": the number a host can look up. */
const status = (facts: Facts) => (facts["status"] ? ` (${fact(facts, "status")})` : "");

/** The store's side: its address, its key, its answers. */
export const storeProblems = {
  "prestashop.no_transactions": {
    what: (f) => `Your store's database cannot take back what is only tried${after(f, "tables")}.`,
    means: "The health check makes no trial order. Orders themselves come in.",
    act: "Ask your host to convert these tables to InnoDB, after a backup.",
  },
  "store.url_invalid": {
    what: "This is not the address of a store.",
    means: "Nothing was saved.",
    act: "Enter the address buyers use, such as https://shop.example or https://example.com/shop.",
  },
  "store.url_invalid:not_https": {
    what: "The store's address does not begin with https.",
    means: "Your key would travel in the open, so nothing was sent.",
    act: "Switch on SSL in PrestaShop (Shop parameters → General) and enter the https address.",
  },
  "store.url_invalid:private_name": {
    what: "This address is not on the public internet.",
    means: "Weft cannot reach it from outside, so nothing was saved.",
    act: "Enter the public address of your store.",
  },
  "store.url_invalid:ip_address": {
    what: "The address is a number, not the name of a store.",
    means: "Nothing was saved.",
    act: "Enter the address buyers use, such as https://shop.example.",
  },
  "store.url_invalid:has_login": {
    what: "The address holds a user name or a password.",
    means: "Nothing was saved.",
    act: "Enter the plain address of your store.",
  },
  "store.url_invalid:port": {
    what: "The address names an unusual port.",
    means: "Nothing was saved.",
    act: "Enter the address buyers use, without a port.",
  },
  "store.admin_url_invalid": {
    what: "This is not the address of your back office.",
    means: "Nothing was saved.",
    act: "Open your PrestaShop back office, and copy the whole address of any of its pages.",
  },
  "store.admin_url_invalid:other_host": {
    what: (f) => `The back office is on another host than your store${after(f, "host")}.`,
    means: "Nothing was saved: links lead into your own store only.",
    act: "Copy the address from the back office of the store that this connection reads.",
  },
  "store.admin_url_invalid:no_folder": {
    what: "This is the address of your store, without the folder of the back office.",
    means: "Nothing was saved.",
    act: "Open your PrestaShop back office, and copy the whole address of any of its pages.",
  },
  "store.admin_url_invalid:not_https": {
    what: "The address does not begin with https, as your store's does.",
    means: "Nothing was saved.",
    act: "Enter the https address of your back office.",
  },
  "store.move_waits": {
    what: (f) =>
      `The store asks to be read at another address${after(f, "url")}, which somebody has to allow.`,
    means: "Weft asks nothing of that address and goes on with the one it knows.",
    act: "If your shop has moved, allow it in Weft, in the settings of the connection; else refuse it and rotate the webhook secret.",
  },
  "store.move_unknown": {
    what: "This move does not wait for an answer any more.",
    means: "Nothing was changed.",
    act: "Reload the page and read which address is asked for.",
  },
  "store.another_catalogue": {
    what: "This address belongs to another store: it knows none of the products of this connection.",
    means: "Nothing was changed; sync goes on with the store you connected first.",
    act: "Enter the new address of the same store, or create a new connection for the other one.",
  },
  "store.shop_unknown": {
    what: "Several shops run in this installation, and its address answers for all of them.",
    means: "Nothing was saved: Weft could publish the stock of another shop.",
    act: "Tick “View” for shops, shop_groups and shop_urls on the page of the key, or install the module, and connect again.",
  },
  "store.key_required": {
    what: "The webservice key is missing.",
    means: "Without it Weft cannot read your products.",
    act: "Paste the key from Advanced parameters → Webservice. A new address needs its key again.",
  },
  "pairing.code_invalid": {
    what: "The connection address is not valid: it was used by another shop, is older than an hour, or was not copied whole.",
    means: "Nothing was connected.",
    act: "Copy a new address from Weft, from the wizard's store step or Settings → Module and webhook, and paste it again.",
  },
  "pairing.signature_wrong": {
    what: "Weft does not accept the module's secret.",
    means: "The key was not taken; nothing was changed.",
    act: "Check that the shop's clock is right, then copy a new connection address from Weft and paste it into the module.",
  },
  "pairing.busy": {
    what: "Another request changed the pairing or the secret of this connection at the same moment.",
    means: "Nothing was changed by this one.",
    act: "Try again in a moment.",
  },
  "prestashop.key_invalid": {
    what: "PrestaShop does not accept the webservice key.",
    means: STORE_STOPS,
    act: "Check that the key is enabled under Advanced parameters → Webservice, or paste a new one.",
  },
  "prestashop.webservice_off": {
    what: "The webservice is switched off in PrestaShop.",
    means: STORE_STOPS,
    act: "Switch on “Enable PrestaShop's webservice” under Advanced parameters → Webservice.",
  },
  "prestashop.permission_missing": {
    what: (f) => `The webservice key lacks permissions${after(f, "missing")}.`,
    means: STORE_STOPS,
    act: "If the module made the key, see on the health page why the module does not answer. Else open the key under Advanced parameters → Webservice and tick the missing boxes.",
  },
  "prestashop.wrong_url": {
    what: (f) =>
      `There is no PrestaShop webservice at this address${f["redirectedTo"] ? `; it points to ${fact(f, "redirectedTo")}` : ""}.`,
    means: STORE_STOPS,
    act: "Enter the shop domain from Shop parameters → Traffic & SEO, with its folder if it has one, but without a language such as /en.",
  },
  "prestashop.html_instead_of_json": {
    what: "The store answered with a web page instead of data.",
    means: STORE_STOPS,
    act: "A cache, firewall or error page stands in the way: let /api through and try again.",
  },
  "prestashop.blocked": {
    what: "The store's server refuses Weft's requests.",
    means: STORE_STOPS,
    act: "Allow /api in the server's firewall or security module, then try again.",
  },
  "prestashop.shop_not_allowed": {
    what: "The key may not use this shop of your multistore.",
    means: STORE_STOPS,
    act: "Tick the shop under “Shop association” of the key.",
  },
  "prestashop.version_unsupported": {
    what: (f) => `PrestaShop ${fact(f, "version")} is too old for Weft.`,
    means: "The store was not connected.",
    act: "Update PrestaShop to 1.7.6 or newer.",
  },
  "prestashop.setting_missing": {
    what: (f) => `A setting of the store cannot be read${after(f, "setting")}.`,
    means: STORE_STOPS,
    act: "Check that the store has a default language, currency and country.",
  },
  "prestashop.maintenance": {
    what: "The store is in maintenance mode.",
    means: WAITS,
    act: "Nothing, or add Weft's address to the maintenance IPs in PrestaShop.",
  },
  "prestashop.timeout": {
    what: "The store took too long to answer.",
    means: WAITS,
    ...TRY_LATER,
  },
  "prestashop.unreachable": {
    what: "The store cannot be reached.",
    means: WAITS,
    act: "Check that the store opens in a browser. Weft tries again by itself.",
    asked: "Check that the store opens in a browser, then try again.",
  },
  "prestashop.unavailable": {
    what: (f) => `The store answered with a server error${status(f)}.`,
    means: WAITS,
    ...TRY_LATER,
  },
  "prestashop.empty_answer": {
    what: "The store sent an empty answer.",
    means: WAITS,
    ...TRY_LATER,
  },
  "prestashop.php_warning": {
    what: "A PHP warning of the store spoiled its answer.",
    means: WAITS,
    act: "Switch off debug mode in PrestaShop. Weft checks what was done before it tries again.",
  },
  "prestashop.answer_too_large": {
    what: "The store's answer was larger than expected.",
    means: WAITS,
    act: OURS,
  },
  "prestashop.unexpected_shape": {
    what: "The store's answer looks different from what PrestaShop sends.",
    means: STORE_STOPS,
    act: "An override or module may change the webservice. Report it with the facts below.",
  },
  "prestashop.module_missing": {
    what: "The Weft module does not answer in your store.",
    means: MODULE_GONE,
    act: "Switch the module on in the Module Manager. To do without it, save the store's address again.",
  },
  "prestashop.module_unpaired": {
    what: "The Weft module in your store belongs to another connection, or to none.",
    means: MODULE_GONE,
    act: "Press “Install or connect the module” in the settings, under Module and webhook, and paste the address shown there on the module's Configure page.",
  },
  "prestashop.module_clock": {
    what: (f) => `The clock of your store's server is wrong${skew(f)}.`,
    means: MODULE_GONE,
    act: "Ask your host to set the server's time automatically (NTP).",
  },
  "prestashop.module_failed": {
    what: (f) => `The Weft module ran into an error${quoted(f, "reason")}.`,
    means: WAITS,
    ...TRY_LATER,
  },
  "prestashop.module_unclear": {
    what: "The store answered a call to the Weft module with something else.",
    means: WAITS,
    act: "Another module may print into its answers. Weft checks what was done before it tries again.",
  },
  "prestashop.module_refused": {
    what: (f) => `The Weft module does not understand what it was asked${after(f, "refusal")}.`,
    means: "This one step was not done.",
    act: "Download the newest module in the settings, upload it over the old one, then try again.",
  },
  "prestashop.module_needed": {
    what: "TikTok Shop ships this order from its own warehouse, and only the Weft module can make it without taking stock.",
    means: "It is not in your store yet.",
    act: "Install the module, or wait until it answers again, then try again.",
  },
  "prestashop.parcel_missing": {
    what: "The order has no parcel in your store, so neither carrier nor number could be entered.",
    means: "The order itself is unchanged.",
    act: "Enter them in your store by hand.",
  },
  "prestashop.changes_cursor_unknown": {
    what: "The store's module no longer knows where Weft's last look at the products ended.",
    means: "Nothing is lost: all products are looked at once more.",
    act: "Nothing to do.",
  },
  "prestashop.stock_cursor_unknown": {
    what: "The Weft module was installed anew and does not know what it told before.",
    means: WAITS,
    act: "Nothing: Weft reads the whole stock once more.",
  },
  "prestashop.key_missing": {
    what: "The Weft module has made no webservice key in your store.",
    means: "Nothing was changed.",
    act: "Press “Create the key and connect” on the module's Configure page, or enter a key by hand.",
  },
  "prestashop.not_found": {
    what: (f) => `PrestaShop does not know the item that was asked for${after(f, "resource")}.`,
    means: "It was probably deleted in the meantime.",
    act: "Pull the products again.",
  },
  "prestashop.refused": {
    what: (f) => `PrestaShop refused the request${quoted(f, "vendorMessage")}.`,
    means: "This one step was not done.",
    act: OURS,
  },
} satisfies Record<string, ProblemWording>;
