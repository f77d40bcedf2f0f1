/** The words of the health page. */
import { health } from "../../src/i18n/en/ui/health";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ health });
