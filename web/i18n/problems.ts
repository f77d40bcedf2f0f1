/**
 * Problems in the language of the page. Their words are loaded when one is first told, or ahead of it once
 * the page is drawn; the few that may keep them from being loaded are at hand.
 */
import type { Reason } from "../../src/contract/common";
import {
  hasProblemText as hasText,
  problemText as textOf,
  type ProblemText,
} from "../../src/i18n/base/problem-text";
import type { ProblemTexts } from "../../src/i18n/base/wording";
import { firstProblems, unknownProblem } from "../../src/i18n/en/problems/first";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { format, loadPart, shown } from "./language";

const FIRST: ProblemTexts = { known: firstProblems, unknown: unknownProblem };

/** A line that is there and empty, so that nothing moves when its words come. */
const AWAITED: ProblemText = { what: "\u00a0", means: "\u00a0", act: "\u00a0", asked: "\u00a0" };

let isAsked = false;
const isRefused = signal(false);

/** Loads the words of problems. A load that broke off is repeated when they are wanted again. */
export async function loadProblemTexts(): Promise<void> {
  if (isAsked || shown.value.problems) return;
  isAsked = true;
  try {
    await loadPart("problems");
    isRefused.value = false;
  } catch {
    isRefused.value = true;
  }
  isAsked = false;
}

/** Whether the words of problems are there, or will not come; they are loaded where they are wanted. */
export function useProblemTexts(isWanted: boolean): boolean {
  useEffect(() => {
    if (isWanted) void loadProblemTexts();
  }, [isWanted]);
  return shown.value.problems !== undefined || isRefused.value;
}

/** The words of problems as far as they are there; those that are not are loaded. */
export function knownProblems(): ProblemTexts {
  const texts = shown.value.problems;
  if (!texts) void loadProblemTexts();
  return texts ?? FIRST;
}

export const hasProblemText = (code: string) => hasText(knownProblems(), code);

/** The text of a problem; empty lines until the words are there. */
export function problemText(reason: Reason): ProblemText {
  const known = knownProblems();
  const isAtHand = known !== FIRST || hasText(FIRST, reason.code) || isRefused.value;
  return isAtHand ? textOf(known, reason, format.value) : AWAITED;
}
