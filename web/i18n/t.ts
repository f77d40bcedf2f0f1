import type { Format } from "../../src/i18n/base/format";
import { humanise } from "../../src/i18n/base/humanise";
import type { Catalogue } from "../../src/i18n/en/catalogue";
import { format, texts } from "./language";

type Messages = Catalogue["ui"];
export type MessageKey = keyof Messages;
type Args<K extends MessageKey> = Messages[K] extends (params: infer P, format: Format) => string
  ? [params: P]
  : [];

/** A message in the language of the page; a missing or surplus parameter does not compile. */
export function t<K extends MessageKey>(key: K, ...args: Args<K>): string {
  const message = texts.value.ui[key] as string | ((params: Args<K>[0], format: Format) => string);
  return typeof message === "string" ? message : message(args[0], format.value);
}

/** A message found by a stored value ("task.kind." + kind), or a fair reading of the value. */
export function tValue(prefix: string, value: string): string {
  const message = (texts.value.ui as Record<string, unknown>)[`${prefix}${value}`];
  return typeof message === "string" ? message : humanise(value);
}
