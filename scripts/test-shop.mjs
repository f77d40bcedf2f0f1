/**
 * `npm run test:shop`: the contract of a source against a real PrestaShop. It makes and cancels a few orders
 * there, so point it at a shop made for tests: PRESTASHOP_URL=http://127.0.0.1:8080 PRESTASHOP_KEY=...
 *
 * `npm run test:shop -- --orders 200` makes that many orders of every tax rate, discount and rounding
 * instead, and holds each to the cent. It changes settings of the shop while it runs and puts them back;
 * products and taxes of its own are removed, the orders stay.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { startVitest } = await import("vitest/node");

const { values } = parseArgs({ options: { orders: { type: "string" } } });
const { PRESTASHOP_URL: url, PRESTASHOP_KEY: key } = process.env;
if (!url || !key) {
  console.error(
    "Set PRESTASHOP_URL (like http://127.0.0.1:8080) and PRESTASHOP_KEY, then run again.",
  );
  process.exit(1);
}
if (values.orders) process.env.PRESTASHOP_ORDERS = values.orders;

const vitest = await startVitest("test", [], {
  config: false,
  watch: false,
  include: [`test/contract/prestashop-${values.orders ? "money-shop" : "shop"}.ts`],
  environment: "node",
  testTimeout: 120_000,
  reporters: ["verbose"],
});
await vitest.close();
