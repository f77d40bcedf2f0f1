/** Numbers, money and times in the language of the page. */
import { format } from "./language";

export const formatNumber = (value: number) => format.value.number(value);

/** "60+" of what was counted up to a limit. */
export const countText = (count: number, isMore: boolean) =>
  formatNumber(count) + (isMore ? "+" : "");

/** 0.87 becomes "87%". */
export const formatPercent = (share: number) => format.value.percent(share);

export const formatMoney = (amountMinor: number, currency: string) =>
  format.value.money(amountMinor, currency);

export const formatMoneyRange = (minMinor: number, maxMinor: number, currency: string) =>
  format.value.moneyRange(minMinor, maxMinor, currency);

export const formatDateTime = (at: number) => format.value.dateTime(at);

export const formatDate = (at: number) => format.value.date(at);

export const formatTime = (at: number) => format.value.time(at);

/** "3 minutes ago"; "short" where space is scarce. */
export const formatSince = (at: number, now: number, style: "long" | "short" = "long") =>
  format.value.since(at, now, style);
