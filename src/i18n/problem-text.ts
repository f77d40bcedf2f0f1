/** Problems in a reader's words, looked up by their codes. */
import type { Reason } from "../domain/errors/reason";
import type { Format } from "./base/format";
import { fill, type ProblemWording } from "./base/wording";
import type { ProblemTexts } from "./en/problems";
import { isReported, problemPlace, type FixPlace } from "./fix-places";

/** A problem in three parts, ready to show. */
export interface ProblemText {
  what: string;
  means: string;
  act: string;
  fix?: FixPlace;
  /** Code and facts, where the text asks for a report. */
  raw?: string;
}

const RAW_LIMIT = 600;

export function hasProblemText({ known }: ProblemTexts, code: string): boolean {
  return Object.hasOwn(known, code);
}

/** The text of a reason; an unknown code is shown as it is, with its facts. */
export function problemText(texts: ProblemTexts, reason: Reason, format: Format): ProblemText {
  const { code, facts } = reason;
  const found = wordingOf(texts, reason);
  const wording = found?.wording ?? texts.unknown;
  const all = found ? facts : { ...facts, code };
  const text: ProblemText = {
    what: fill(wording.what, all, format),
    means: fill(wording.means, all, format),
    act: fill(wording.act, all, format),
  };
  const fix = found && problemPlace(found.key);
  if (fix) text.fix = fix;
  if (!found || isReported(found.key)) text.raw = rawOf(code, facts);
  return text;
}

/** The wording of one of several reasons of a code, or of the code. */
function wordingOf({ known }: ProblemTexts, { code, facts }: Reason) {
  const wordings: Readonly<Record<string, ProblemWording | undefined>> = known;
  for (const key of [`${code}:${String(facts["reason"])}`, code]) {
    const wording = wordings[key];
    if (wording) return { key, wording };
  }
  return null;
}

function rawOf(code: string, facts: Reason["facts"]): string {
  const parts = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [code, ...parts].join(" · ").slice(0, RAW_LIMIT);
}
