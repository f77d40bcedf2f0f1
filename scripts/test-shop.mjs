/**
 * `npm run test:shop`: the contract of a source against a real PrestaShop. It makes and cancels a few orders
 * there, so point it at a shop made for tests: PRESTASHOP_URL=http://127.0.0.1:8080 PRESTASHOP_KEY=...
 *
 * `npm run test:shop -- --orders 200` makes that many orders of every tax rate, discount and rounding
 * instead, and holds each to the cent. It changes settings of the shop while it runs and puts them back;
 * products and taxes of its own are removed, the orders stay.
 *
 * `npm run test:shop -- --module` tries Weft's module in a shop on this machine instead. It is installed and
 * uninstalled by the shop's own console: PRESTASHOP_ROOT is the shop's folder, PRESTASHOP_PHP its PHP.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { startVitest } = await import("vitest/node");

const { values } = parseArgs({
  options: { orders: { type: "string" }, module: { type: "boolean" } },
});
const { PRESTASHOP_URL: url = "", PRESTASHOP_KEY: key, PRESTASHOP_ROOT: root } = process.env;
const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!url || !key)
  stop("Set PRESTASHOP_URL (like http://127.0.0.1:8080) and PRESTASHOP_KEY, then run again.");
if (values.module && !root)
  stop("Set PRESTASHOP_ROOT to the folder of the shop on this machine, then run again.");
if (values.module && !/^https?:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(url))
  stop("The module is tried in a shop on this machine only: PRESTASHOP_URL is another's.");
if (values.orders) process.env.PRESTASHOP_ORDERS = values.orders;

function suite() {
  if (values.module) return "test/shop/module-*.ts";
  return `test/contract/prestashop/${values.orders ? "money" : "real"}-store.ts`;
}

const vitest = await startVitest("test", [], {
  config: false,
  watch: false,
  include: [suite()],
  environment: "node",
  // One shop, one module in it.
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  reporters: ["verbose"],
});
await vitest.close();
