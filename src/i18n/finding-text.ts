/** Findings of the health check in a reader's words, looked up by their checks. */
import type { Finding } from "../domain/health/finding";
import type { Format } from "./base/format";
import { humanise } from "./base/humanise";
import type { Facts } from "../domain/facts";
import { fill, type CheckWording, type ProblemTexts } from "./base/wording";
import type { CheckTexts } from "./en/checks";
import { checkPlace, type FixPlace } from "./fix-places";

/** A finding ready to show; `found` and `act` only of what did not pass. */
export interface FindingText {
  title: string;
  why: string;
  found?: string;
  act?: string;
  /** Label of the button that lets Weft repair it. */
  fix?: string;
  link?: FixPlace;
}

interface FindingInput extends Pick<Finding, "check" | "verdict"> {
  facts: Facts;
  canFix: boolean;
}

const wordingOf = (texts: CheckTexts, check: string): CheckWording | undefined =>
  (texts as Readonly<Record<string, CheckWording>>)[check];

/** What a check is about: "Clock". */
export function checkTitle(texts: CheckTexts, check: string): string {
  return wordingOf(texts, check)?.title ?? humanise(check);
}

export function findingText(
  texts: CheckTexts,
  { check, verdict, facts, canFix }: FindingInput,
  format: Format,
  problems: ProblemTexts,
): FindingText {
  const wording = wordingOf(texts, check);
  if (!wording) return { title: humanise(check), why: "" };
  const { title, why } = wording;
  if (verdict !== "fail" && verdict !== "warn") return { title, why };
  const link = checkPlace(check);
  return {
    title,
    why,
    found: fill(wording.found, facts, format, problems),
    act: fill(wording.act, facts, format, problems),
    ...(canFix && wording.fix ? { fix: wording.fix } : {}),
    ...(link ? { link } : {}),
  };
}
