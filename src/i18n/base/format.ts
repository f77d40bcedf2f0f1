/** Numbers, money and times as the readers of one locale write them. */
import { formatMinor } from "../../domain/money";
import { kept } from "./kept";

/** Amounts are minor units, times epoch milliseconds, shares 0 to 1. */
export interface Format {
  number: (value: number) => string;
  /** 0.87 becomes "87%". */
  percent: (share: number) => string;
  /** Minor units as money, never through a float. */
  money: (amountMinor: number, currency: string) => string;
  /** "€9.90" or "€9.90 – €14.90". */
  moneyRange: (minMinor: number, maxMinor: number, currency: string) => string;
  dateTime: (at: number) => string;
  /** "14:32" */
  time: (at: number) => string;
  date: (at: number) => string;
  /** "3 minutes ago" within the last month, a date before that; "short" where space is scarce. */
  since: (at: number, now: number, style?: "long" | "short") => string;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const DATES = {
  dateTime: { dateStyle: "medium", timeStyle: "short" },
  time: { timeStyle: "short" },
  date: { dateStyle: "medium" },
} as const;
const MONTH_MS = 30 * 86_400_000;

/** @param locale a BCP 47 tag, such as "en-GB"; times are in the time zone of the machine */
export function createFormat(locale: string): Format {
  const numbers = kept((style: "decimal" | "percent") => new Intl.NumberFormat(locale, { style }));
  const currencies = kept(
    (currency: string) => new Intl.NumberFormat(locale, { style: "currency", currency }),
  );
  const dates = kept((name: keyof typeof DATES) => new Intl.DateTimeFormat(locale, DATES[name]));
  const relatives = kept(
    (style: "long" | "short") => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style }),
  );
  const date = (at: number) => dates("date").format(at);
  const money = (amountMinor: number, currency: string) => {
    const decimal = formatMinor(amountMinor, currency);
    try {
      return currencies(currency).format(decimal as Intl.StringNumericLiteral);
    } catch {
      return `${decimal} ${currency}`.trim();
    }
  };
  return {
    number: (value) => numbers("decimal").format(value),
    percent: (share) => numbers("percent").format(share),
    money,
    moneyRange: (minMinor, maxMinor, currency) => {
      const low = money(minMinor, currency);
      return minMinor === maxMinor ? low : `${low}\u00a0– ${money(maxMinor, currency)}`;
    },
    dateTime: (at) => dates("dateTime").format(at),
    time: (at) => dates("time").format(at),
    date,
    since: (at, now, style = "long") => {
      const ageMs = now - at;
      if (Math.abs(ageMs) > MONTH_MS) return date(at);
      const relative = relatives(style);
      for (const [unit, ms] of STEPS)
        if (Math.abs(ageMs) >= ms) return relative.format(-Math.round(ageMs / ms), unit);
      return relative.format(0, "second");
    },
  };
}
