import { en } from "./en";

export type Messages = typeof en;
export type MessageKey = keyof Messages;
type Args<K extends MessageKey> = Messages[K] extends (params: infer P) => string
  ? [params: P]
  : [];

/** A message of the catalogue; a missing or surplus parameter does not compile. */
export function t<K extends MessageKey>(key: K, ...args: Args<K>): string {
  const message = en[key] as string | ((params: Args<K>[0]) => string);
  return typeof message === "string" ? message : message(args[0]);
}

/** A message found by a stored word ("task.kind." + kind), or the word itself. */
export function tValue(prefix: string, word: string): string {
  const message = (en as Record<string, unknown>)[`${prefix}${word}`];
  return typeof message === "string" ? message : humanise(word);
}

/** "pull_products" becomes "Pull products": a fair reading of a word nobody foresaw. */
export function humanise(word: string): string {
  const text = word
    .replace(/([a-z])([A-Z])/g, (_all, low: string, high: string) => `${low} ${high.toLowerCase()}`)
    .replace(/[._-]+/g, " ")
    .trim();
  return text ? text[0]?.toUpperCase() + text.slice(1) : word;
}
