/** Facts as parts of a sentence. */
import type { Facts } from "../../domain/facts";
import type { Format } from "../base/format";
import { list, plural } from "./grammar";

/** A fact as text; lists become "a, b and 3 more". */
export function fact(facts: Facts, name: string, otherwise = ""): string {
  const value = facts[name];
  if (Array.isArray(value)) return listed(value.map(String));
  return value === undefined || value === null || value === "" ? otherwise : String(value);
}

const SHOWN = 6;

function listed(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return list(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** ": Brand and Material" when the fact is there, nothing otherwise. */
export function after(facts: Facts, name: string): string {
  const text = fact(facts, name);
  return text ? `: ${text}` : "";
}

/** The other side's own sentence, led in by a colon and without its full stop. */
export function quoted(facts: Facts, name: string): string {
  return after(facts, name).replace(/[\s.]+$/, "");
}

/** "4 minutes behind": how far a clock is off; at least one minute. */
export function clockSkew(seconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(seconds) / 60));
  const unit = plural(minutes, { one: "minute", other: "minutes" });
  return `${minutes} ${unit} ${seconds > 0 ? "ahead" : "behind"}`;
}

/** "3 May 2026, 14:32": when something ends, from epoch ms. */
export function until(facts: Facts, format: Format): string {
  return format.dateTime(Number(facts["until"] ?? 0));
}

/** What follows where the module of the store does not serve and its key may make no order. */
export function stops({ stopsOrders }: Facts): string {
  return stopsOrders === true
    ? " The key that it made may make no order without it, so TikTok orders wait."
    : "";
}
