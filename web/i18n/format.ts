/** Numbers, money and times as a person reads them, in the browser's language and time zone. */
import { formatMinor } from "../../src/domain/money";

const locale = () => (typeof navigator === "undefined" ? "en" : navigator.language || "en");

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** 0.87 becomes "87%". */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: "percent" }).format(share);
}

/** Minor units as money, never through a float. */
export function formatMoney(amountMinor: number, currency: string): string {
  const decimal = formatMinor(amountMinor, currency);
  try {
    const format = new Intl.NumberFormat(locale(), { style: "currency", currency });
    return format.format(decimal as Intl.StringNumericLiteral);
  } catch {
    return `${decimal} ${currency}`.trim();
  }
}

/** "€9.90" or "€9.90 – €14.90". */
export function formatMoneyRange(minMinor: number, maxMinor: number, currency: string): string {
  const low = formatMoney(minMinor, currency);
  return minMinor === maxMinor ? low : `${low}\u00a0– ${formatMoney(maxMinor, currency)}`;
}

export function formatDateTime(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** "14:32" */
export function formatTime(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(at);
}

export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(at);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "3 minutes ago" within the last month, a date before that; "short" where room is scarce. */
export function formatSince(at: number, now: number, style: "long" | "short" = "long"): string {
  const ageMs = now - at;
  if (Math.abs(ageMs) > 30 * 86_400_000) return formatDate(at);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: "auto", style });
  for (const [unit, ms] of STEPS)
    if (Math.abs(ageMs) >= ms) return format.format(-Math.round(ageMs / ms), unit);
  return format.format(0, "second");
}

/** "1 min 20 s" for the length of a task. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The word that fits a count: plural(1, "order", "orders"). */
export function plural(count: number, one: string, other: string): string {
  return new Intl.PluralRules("en").select(count) === "one" ? one : other;
}

/** "3 orders", the number formatted. */
export function counted(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${plural(count, one, other)}`;
}
