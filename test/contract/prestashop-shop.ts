/** The contract of a source against a real shop: PRESTASHOP_URL and PRESTASHOP_KEY name it. */
import { prestaShopHarness } from "./prestashop-harness";
import { sourceContract } from "./source.contract";

const url = process.env["PRESTASHOP_URL"] ?? "";
const key = process.env["PRESTASHOP_KEY"] ?? "";

sourceContract(`the shop at ${url}`, async () =>
  prestaShopHarness({
    url,
    key,
    fetch: (request) => fetch(request),
    now: Date.now,
    firstOrderNumber: Date.now(),
  }),
);
