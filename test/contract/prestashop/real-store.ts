/**
 * The contract of a source against a real shop: PRESTASHOP_URL and PRESTASHOP_KEY name it. With
 * PRESTASHOP_SECRET, the secret its module was paired with, stock and orders go by the module.
 */
import { bothTransportsContract } from "../source/both-transports.contract";
import { prestaShopHarness } from "./harness";
import { sourceContract } from "../source/source.contract";

const url = process.env["PRESTASHOP_URL"] ?? "";
const key = process.env["PRESTASHOP_KEY"] ?? "";
const secret = process.env["PRESTASHOP_SECRET"];

const name = `the shop at ${url}`;
const start = async () =>
  prestaShopHarness({
    url,
    key,
    ...(secret && { secret }),
    fetch: (request) => fetch(request),
    now: Date.now,
    firstOrderNumber: Date.now(),
  });

sourceContract(name, start);
if (secret) bothTransportsContract(name, start);
