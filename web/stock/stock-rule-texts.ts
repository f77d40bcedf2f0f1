/** The words of how much goes on sale. */
import { stockRule } from "../../src/i18n/en/ui/stock-rule";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ stockRule });
