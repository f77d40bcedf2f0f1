/** The words of the palette and of the sheet of shortcuts. */
import { palette } from "../../src/i18n/en/ui/palette";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ palette });
