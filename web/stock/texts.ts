/** The words of low stock. */
import { stock } from "../../src/i18n/en/ui/stock";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ stock });
