/** Findings in the language of the page; their words are loaded with the page that shows them. */
import type { FindingView } from "../../src/contract/health";
import {
  checkTitle as titleOf,
  findingText as textOf,
  type FindingText,
} from "../../src/i18n/finding-text";
import { useEffect } from "preact/hooks";
import { format, loadPart, shown } from "./language";
import { knownProblems } from "./problems";

function checks() {
  const { checks } = shown.value;
  if (!checks) throw new Error("the words of the checks are not loaded: see withPart");
  return checks;
}

/** Whether the words of the checks are there; where they are wanted and are not, they are loaded. */
export function useCheckTexts(isWanted: boolean): boolean {
  useEffect(() => {
    if (isWanted) void loadPart("checks").catch(() => undefined);
  }, [isWanted]);
  return shown.value.checks !== undefined;
}

/** What a check is about: "Clock". */
export function checkTitle(check: string): string {
  return titleOf(checks(), check);
}

export function findingText(finding: FindingView): FindingText {
  return textOf(checks(), finding, format.value, knownProblems());
}
