/**
 * The contract of a source against a real store: PRESTASHOP_URL and PRESTASHOP_KEY name it. With
 * PRESTASHOP_SECRET, the secret its module was paired with, stock and orders go by the module.
 */
import { bothTransportsContract } from "../source/both-transports.contract";
import { prestashopHarness } from "./prestashop-harness";
import { sourceContract } from "../source/source.contract";

const url = process.env["PRESTASHOP_URL"] ?? "";
const key = process.env["PRESTASHOP_KEY"] ?? "";
const secret = process.env["PRESTASHOP_SECRET"];

const name = `the store at ${url}`;

/** Longer than an epoch time in milliseconds. */
const NUMBERS_OF_A_HARNESS = 10 ** 13;
let harnesses = 0;

/** Each harness has order numbers of its own: no other harness of this run or of an earlier one used them. */
const start = async () =>
  prestashopHarness({
    url,
    key,
    ...(secret && { secret }),
    fetch: (request) => fetch(request),
    now: Date.now,
    firstOrderNumber: NUMBERS_OF_A_HARNESS * (harnesses += 1) + Date.now(),
  });

sourceContract(name, start);
if (secret) bothTransportsContract(name, start);
