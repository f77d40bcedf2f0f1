/** The words of what a listing needs besides the store's own data. */
import { details } from "../../src/i18n/en/ui/details";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ details });
