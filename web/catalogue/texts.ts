/** The words of the list of products. */
import { products } from "../../src/i18n/en/ui/products";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ products });
