/** The words of the settings. */
import { settings } from "../../../src/i18n/en/ui/settings";
import { speaking } from "../../i18n/speaking";

export const { t, tValue } = speaking({ settings });
