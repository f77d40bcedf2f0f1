/** Numbers, money and times as the readers of one locale write them. */
import { formatMinor } from "../../domain/money";

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
  /** "3 minutes ago" within the last month, a date before that; "short" where room is scarce. */
  since: (at: number, now: number, style?: "long" | "short") => string;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const MONTH_MS = 30 * 86_400_000;

/** @param locale a BCP 47 tag, such as "en-GB"; times are in the time zone of the machine */
export function createFormat(locale: string): Format {
  const { format: number } = new Intl.NumberFormat(locale);
  const { format: percent } = new Intl.NumberFormat(locale, { style: "percent" });
  const { format: dateTime } = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const { format: time } = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const { format: date } = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const money = (amountMinor: number, currency: string) => {
    const decimal = formatMinor(amountMinor, currency);
    try {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency });
      return format.format(decimal as Intl.StringNumericLiteral);
    } catch {
      return `${decimal} ${currency}`.trim();
    }
  };
  return {
    number,
    percent,
    money,
    moneyRange: (minMinor, maxMinor, currency) => {
      const low = money(minMinor, currency);
      return minMinor === maxMinor ? low : `${low}\u00a0– ${money(maxMinor, currency)}`;
    },
    dateTime,
    time,
    date,
    since: (at, now, style = "long") => {
      const ageMs = now - at;
      if (Math.abs(ageMs) > MONTH_MS) return date(at);
      const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style });
      for (const [unit, ms] of STEPS)
        if (Math.abs(ageMs) >= ms) return relative.format(-Math.round(ageMs / ms), unit);
      return relative.format(0, "second");
    },
  };
}
