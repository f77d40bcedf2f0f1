/** Findings in the language of the page; their words are loaded with the page that shows them. */
import type { FindingView } from "../../src/contract/health";
import * as findings from "../../src/i18n/finding-text";
import { format, parts } from "./language";

function checks() {
  const { checks } = parts.value;
  if (!checks) throw new Error("the words of the checks are not loaded: see withPart");
  return checks;
}

/** What a check is about: "Clock". */
export function checkTitle(check: string): string {
  return findings.checkTitle(checks(), check);
}

export function findingText(finding: FindingView): findings.FindingText {
  return findings.findingText(checks(), finding, format.value);
}
