/** A price rule as it is typed. Pure. */
import type { PriceRule } from "../../src/contract/price-rule";
import { decimalsOf, formatMinor } from "../../src/domain/money";

export const ROUNDINGS = ["minor", "99", "95", "0", "step"] as const;

export interface TypedPriceRule {
  base: PriceRule["base"];
  percent: string;
  added: string;
  rounding: (typeof ROUNDINGS)[number];
  step: string;
  floor: string;
  isStorePriceFloor: boolean;
}

export type PriceField = "percent" | "added" | "step" | "floor";

/** Percentages have two decimals, as amounts of this currency. */
const HUNDREDTHS = "EUR";
const MOST = 1_000_000_000;
const LEAST_BASIS_POINTS = -9_000;
const MOST_BASIS_POINTS = 100_000;

const UNTOUCHED: TypedPriceRule = {
  base: "reduced",
  percent: "0",
  added: "0",
  rounding: "minor",
  step: "",
  floor: "",
  isStorePriceFloor: false,
};

export function toTypedRule(rule: PriceRule | null, currency: string): TypedPriceRule {
  if (!rule) return UNTOUCHED;
  const { base, floorMinor, isStorePriceFloor, rounding, ending } = rule;
  return {
    base,
    percent: formatMinor(rule.basisPoints, HUNDREDTHS),
    added: formatMinor(rule.addedMinor, currency),
    rounding: rounding === "ending" ? (String(ending) as "99" | "95" | "0") : rounding,
    step: rounding === "step" ? formatMinor(rule.stepMinor, currency) : "",
    floor: floorMinor === null ? "" : formatMinor(floorMinor, currency),
    isStorePriceFloor,
  };
}

/** The rule, and the fields that hold no number of the right size. */
export function fromTypedRule(
  typed: TypedPriceRule,
  currency: string,
): { rule: PriceRule; wrong: readonly PriceField[] } {
  const { base, rounding, isStorePriceFloor } = typed;
  const isStep = rounding === "step";
  const basisPoints = within(typed.percent, HUNDREDTHS, LEAST_BASIS_POINTS, MOST_BASIS_POINTS);
  const addedMinor = within(typed.added, currency, -MOST, MOST);
  const stepMinor = isStep ? within(typed.step, currency, 1, MOST) : 1;
  const hasFloor = typed.floor.trim() !== "";
  const floorMinor = hasFloor ? within(typed.floor, currency, 1, MOST) : null;
  const found = { percent: basisPoints, added: addedMinor, step: stepMinor, floor: floorMinor };
  const fields = Object.keys(found) as PriceField[];
  const rule: PriceRule = {
    base,
    basisPoints: basisPoints ?? 0,
    addedMinor: addedMinor ?? 0,
    rounding: rounding === "minor" || isStep ? rounding : "ending",
    ending: rounding === "95" ? 95 : rounding === "0" ? 0 : 99,
    stepMinor: stepMinor ?? 1,
    floorMinor: floorMinor ?? null,
    isStorePriceFloor,
  };
  return { rule, wrong: fields.filter((field) => found[field] === undefined) };
}

/** Minor units; undefined: no number, one with more digits than the currency has, or beyond its limits. */
function within(text: string, currency: string, least: number, most: number): number | undefined {
  const [, sign = "", whole, fraction = ""] =
    /^([+-]?)(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim()) ?? [];
  const decimals = decimalsOf(currency);
  if (whole === undefined || fraction.length > decimals) return undefined;
  const amount = Number(whole + fraction.padEnd(decimals, "0"));
  const minor = sign === "-" ? -amount : amount;
  return minor < least || minor > most ? undefined : minor;
}
