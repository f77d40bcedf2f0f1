/** Every check in the merchant's words, by its name. Loaded with the pages that show findings. */
import type { FindingView } from "../../src/contract/api";
import { channelChecks } from "./checks/channel";
import { moduleChecks } from "./checks/module";
import { orderChecks } from "./checks/orders";
import { storeChecks } from "./checks/store";
import type { CheckList } from "./checks/words";
import type { Fix } from "./problems/words";
import { humanise } from "./t";

const WORDS: CheckList = { ...storeChecks, ...orderChecks, ...moduleChecks, ...channelChecks };

/** A finding ready to show; `found` and `act` only of what did not pass. */
export interface FindingText {
  title: string;
  why: string;
  found?: string;
  act?: string;
  /** Text of the button that lets Weft do it. */
  fix?: string;
  link?: Fix;
}

export function hasCheckText(check: string): boolean {
  return check in WORDS;
}

/** What a check looks at: "Clock". */
export function checkTitle(check: string): string {
  return WORDS[check]?.title ?? humanise(check);
}

export function findingText({ check, verdict, facts, canFix }: FindingView): FindingText {
  const words = WORDS[check];
  if (!words) return { title: humanise(check), why: "" };
  const { title, why } = words;
  if (verdict !== "fail" && verdict !== "warn") return { title, why };
  const say = (text: typeof words.found) => (typeof text === "string" ? text : text(facts));
  return {
    title,
    why,
    found: say(words.found),
    act: say(words.act),
    ...(canFix && words.fix ? { fix: words.fix } : {}),
    ...(words.link ? { link: words.link } : {}),
  };
}
