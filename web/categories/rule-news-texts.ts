import { ruleNews } from "../../src/i18n/en/ui/rule-news";
import { speaking } from "../i18n/speaking";

/** The texts of what TikTok Shop changed of its rules. */
export const { t, tValue } = speaking({ ruleNews });
