/** Prices as the webservice answers them, less the percentage that the store takes off for the group. */
import { decimalsOf, parseMinor } from "../../domain/money";
import { text, type Row } from "./json";
import type { Query } from "./request";
import type { ProductFacts } from "./store-memory";

/** For whom prices are asked, and what the store does with them afterwards. */
export type PriceFacts = Pick<
  ProductFacts,
  "currency" | "currencyId" | "priceGroupId" | "groupPercent" | "rounding"
>;

/** The webservice writes no more digits. */
const MOST_DECIMALS = 6;

/**
 * Tax-inclusive prices computed by the store: with today's discounts, and without. The decimals are always
 * asked for: by itself the webservice takes the number of the rounding mode, which is 2 by chance. A
 * percentage is taken off before the store rounds, so then the price is asked unrounded.
 */
export function priceQuery({ priceGroupId, currencyId, currency, ...facts }: PriceFacts): Query {
  const decimals = hasPercent(facts) ? MOST_DECIMALS : decimalsOf(currency);
  const asked = (name: string, more: Query = {}) => ({
    [`price[${name}][use_tax]`]: 1,
    ...more,
    [`price[${name}][decimals]`]: decimals,
    [`price[${name}][group]`]: priceGroupId,
    [`price[${name}][currency]`]: currencyId,
  });
  return { ...asked("final"), ...asked("nodisc", { "price[nodisc][use_reduction]": 0 }) };
}

/** What a buyer pays now, as `price[final]` says; minor units. */
export function priceOf(row: Row, facts: PriceFacts): number {
  return price(row, "final", facts);
}

/** Before discounts, as `price[nodisc]` says; never less than `priceOf`. */
export function listPriceOf(row: Row, facts: PriceFacts): number {
  return Math.max(priceOf(row, facts), price(row, "nodisc", facts));
}

function price(row: Row, field: string, facts: PriceFacts): number {
  const written = text(row, field);
  if (written === "") return 0;
  return hasPercent(facts) ? lessPercent(written, facts) : parseMinor(written, facts.currency);
}

const hasPercent = ({ groupPercent = "" }: Pick<PriceFacts, "groupPercent">): boolean =>
  Number(groupPercent) > 0;

/** Millionths, and hundredths of a percent. */
const MICROS = 1_000_000;
const WHOLE = 10_000n;

/** "14.280000" less "10.00" %, rounded as the store rounds: the last step of its own price. */
function lessPercent(
  written: string,
  { groupPercent = "", rounding = "nearest", currency }: PriceFacts,
): number {
  const price = BigInt(Math.round(Number(written) * MICROS));
  const off = BigInt(Math.round(Number(groupPercent) * 100));
  const left = off < WHOLE ? price * (WHOLE - off) : 0n;
  const unit = (BigInt(MICROS) * WHOLE) / 10n ** BigInt(decimalsOf(currency));
  const carry = { nearest: unit / 2n, up: unit - 1n, down: 0n }[rounding];
  const minor = Number((left + carry) / unit);
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError("not a price");
  return minor;
}
