/** The words of the sync rules. */
import { rules } from "../../src/i18n/en/ui/rules";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ rules });
