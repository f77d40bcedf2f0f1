/** The words of the archive of orders. */
import { archive } from "../../src/i18n/en/ui/archive";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ archive });
