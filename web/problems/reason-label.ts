import { isCheckCode } from "../../src/domain/listings/check-reason";
import { checkReasons } from "../../src/i18n/en/ui/check-reasons";
import { problemText } from "../i18n/problems";
import { speaking } from "../i18n/speaking";

const { t } = speaking({ checkReasons });

/** A reason in as few words as a filter takes. */
export function reasonLabel(code: string): string {
  if (isCheckCode(code)) return t(`check.${code}`);
  if (code === "product.ready_again") return t("attention.readyAgain");
  return problemText({ code, facts: {} }).what;
}
