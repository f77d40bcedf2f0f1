/** Every problem in the merchant's words, looked up by its code. */
import type { Reason } from "../../src/contract/api";
import { accountProblems } from "./problems/account";
import { listingProblems } from "./problems/listing";
import { orderProblems } from "./problems/orders";
import { storeProblems } from "./problems/store";
import { taskProblems } from "./problems/tasks";
import { tiktokProblems } from "./problems/tiktok";
import { OURS, type Fix, type ProblemWordings } from "./problems/words";

const WORDS: ProblemWordings = {
  ...accountProblems,
  ...listingProblems,
  ...storeProblems,
  ...tiktokProblems,
  ...orderProblems,
  ...taskProblems,
};

/** A problem in three parts, ready to show. */
export interface ProblemText {
  what: string;
  means: string;
  act: string;
  fix?: Fix;
  /** Set where the words are general: code and facts, for a report. */
  raw?: string;
}

export function hasProblemText(code: string): boolean {
  return code in WORDS;
}

/** The text for a reason; an unknown code is shown as it is, with its facts. */
export function problemText({ code, facts }: Reason): ProblemText {
  // "code:reason" are the words for one of several reasons a code comes with.
  const words = WORDS[`${code}:${String(facts["reason"])}`] ?? WORDS[code];
  const raw = rawOf(code, facts);
  if (!words)
    return {
      what: `Something went wrong that Weft has no words for yet (${code}).`,
      means: "This one step was not done; everything else goes on.",
      act: OURS,
      raw,
    };
  const say = (text: string | ((f: typeof facts) => string)) =>
    typeof text === "string" ? text : text(facts);
  const worded: ProblemText = {
    what: say(words.what),
    means: say(words.means),
    act: say(words.act),
  };
  if (words.fix) worded.fix = words.fix;
  if (worded.act.includes("below") || worded.act === OURS) worded.raw = raw;
  return worded;
}

function rawOf(code: string, facts: Reason["facts"]): string {
  const parts = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [code, ...parts].join(" · ").slice(0, 600);
}
