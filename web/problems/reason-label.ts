import { checkReasons } from "../../src/i18n/en/ui/check-reasons";
import { messageOf } from "../i18n/language";
import { problemText } from "../i18n/problems";
import { speaking } from "../i18n/speaking";

const { t } = speaking({ checkReasons });

/** A reason in as few words as a filter takes. */
export function reasonLabel(code: string): string {
  const label = messageOf(`check.${code}`);
  if (typeof label === "string") return label;
  if (code.startsWith("rules.")) return t("check.rules");
  if (code === "product.ready_again") return t("attention.readyAgain");
  return problemText({ code, facts: {} }).what;
}
