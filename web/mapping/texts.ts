/** The words of the page Map products. */
import { mapping } from "../../src/i18n/en/ui/mapping";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ mapping });
