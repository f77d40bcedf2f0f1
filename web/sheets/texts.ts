/** The words of sheets. */
import { sheets } from "../../src/i18n/en/ui/sheets";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ sheets });
