import { proposals } from "../../src/i18n/en/ui/proposals";
import { speaking } from "../i18n/speaking";

/** The texts of what the store says of empty attributes. */
export const { t, tValue } = speaking({ proposals });
