/** The words of manufacturers and responsible persons in the settings. */
import { parties } from "../../../src/i18n/en/ui/parties";
import { settings } from "../../../src/i18n/en/ui/settings";
import { speaking } from "../../i18n/speaking";

export const { t } = speaking({ parties, settings });
