/** The words of the help page. */
import { help } from "../../src/i18n/en/ui/help";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ help });
