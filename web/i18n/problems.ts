/** Problems in the language of the page. */
import type { Reason } from "../../src/contract/common";
import * as problems from "../../src/i18n/base/problem-text";
import { format, texts } from "./language";

export function hasProblemText(code: string): boolean {
  return problems.hasProblemText(texts.value.problems, code);
}

export function problemText(reason: Reason): problems.ProblemText {
  return problems.problemText(texts.value.problems, reason, format.value);
}
