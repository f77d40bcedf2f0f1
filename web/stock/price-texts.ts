/** The words of prices. */
import { prices } from "../../src/i18n/en/ui/prices";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ prices });
