/** The words of oversold orders. */
import { oversold } from "../../src/i18n/en/ui/oversold";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ oversold });
