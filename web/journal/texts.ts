/** The words of the journal. */
import { journal } from "../../src/i18n/en/ui/journal";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ journal });
