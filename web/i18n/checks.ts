/** Findings in the language of the page; their words are loaded with the page that shows them. */
import type { FindingView } from "../../src/contract/health";
import * as findings from "../../src/i18n/finding-text";
import { useEffect } from "preact/hooks";
import { format, loadPart, parts } from "./language";

function checks() {
  const { checks } = parts.value;
  if (!checks) throw new Error("the words of the checks are not loaded: see withPart");
  return checks;
}

/** Whether the words of the checks are there; where they are wanted and are not, they are loaded. */
export function useCheckTexts(isWanted: boolean): boolean {
  useEffect(() => {
    if (isWanted) void loadPart("checks").catch(() => undefined);
  }, [isWanted]);
  return parts.value.checks !== undefined;
}

/** What a check is about: "Clock". */
export function checkTitle(check: string): string {
  return findings.checkTitle(checks(), check);
}

export function findingText(finding: FindingView): findings.FindingText {
  return findings.findingText(checks(), finding, format.value);
}
