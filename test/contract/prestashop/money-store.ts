/** Money on a real store: PRESTASHOP_URL, PRESTASHOP_KEY and, for the module as transport, PRESTASHOP_SECRET. */
import { moneyContract } from "./money.contract";

const url = process.env["PRESTASHOP_URL"] ?? "";
const secret = process.env["PRESTASHOP_SECRET"];

moneyContract(
  `the store at ${url} ${secret ? "through its module" : "through its webservice"}`,
  {
    url,
    key: process.env["PRESTASHOP_KEY"] ?? "",
    ...(secret ? { secret } : {}),
    fetch: (request) => fetch(request),
    now: Date.now,
    firstOrderNumber: Date.now(),
  },
  Number(process.env["PRESTASHOP_ORDERS"] ?? "200"),
);
