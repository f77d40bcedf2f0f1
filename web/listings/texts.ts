/** The words of a product's details. */
import { product } from "../../src/i18n/en/ui/product";
import { products } from "../../src/i18n/en/ui/products";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ product, products });
