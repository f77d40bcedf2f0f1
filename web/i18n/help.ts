import type { HelpTexts } from "../../src/i18n/base/wording";
import { shown } from "./language";

/** The prose of the help page, loaded with it. */
export function helpTexts(): HelpTexts {
  const { help } = shown.value;
  if (!help) throw new Error("the words of the help page are not loaded: see withPart");
  return help;
}
