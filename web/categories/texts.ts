/** The words of categories. */
import { categories } from "../../src/i18n/en/ui/categories";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ categories });
