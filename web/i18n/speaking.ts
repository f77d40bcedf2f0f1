import type { Format } from "../../src/i18n/base/format";
import { humanise } from "../../src/i18n/base/humanise";
import { common } from "../../src/i18n/en/ui/common";
import { shared } from "../../src/i18n/en/ui/shared";
import type { UiPart, UiTexts } from "../../src/i18n/en/ui";
import { bring, format, messageOf } from "./language";

/** The parts that every page has. */
type Common = "common" | "shared";
type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
type AllTexts = Both<UiTexts[UiPart]>;
type KeyOf<Part extends UiPart> = { [P in Part]: keyof UiTexts[P] }[Part] & keyof AllTexts;
type Args<Key extends keyof AllTexts> = AllTexts[Key] extends (
  params: infer Params,
  format: Format,
) => string
  ? [params: Params]
  : [];

/** "order." and "order.state." of "order.state.paid". */
type PrefixOf<Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? `${Head}.` | `${Head}.${PrefixOf<Rest>}`
  : never;

interface Speaker<Part extends UiPart> {
  /** A message in the language of the page; a missing or surplus parameter does not compile. */
  t: <Key extends KeyOf<Part | Common>>(key: Key, ...args: Args<Key>) => string;
  /** A message found by a stored value ("task.kind." + kind), or a fair reading of the value. */
  tValue: (prefix: PrefixOf<KeyOf<Part | Common>>, value: string) => string;
}

/**
 * What says the messages of these parts besides those every page has. The parts are imported by who calls
 * this, so they arrive with the code that says them, and a key of another part does not compile.
 */
export function speaking<Part extends UiPart = never>(parts: Pick<UiTexts, Part>): Speaker<Part> {
  for (const part of Object.keys(parts) as Part[]) bring(part, parts[part]);
  return { t: say, tValue: sayValue };
}

function say(key: string, ...args: readonly unknown[]): string {
  const message = messageOf(key);
  if (typeof message !== "function") return message ?? humanise(key);
  return message(args[0] as never, format.value);
}

function sayValue(prefix: string, value: string): string {
  const message = messageOf(`${prefix}${value}`);
  return typeof message === "string" ? message : humanise(value);
}

bring("common", common);
bring("shared", shared);
