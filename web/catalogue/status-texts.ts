/** The words of what is opened below a product of the list. */
import { products } from "../../src/i18n/en/ui/products";
import { productStatus } from "../../src/i18n/en/ui/product-status";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ products, productStatus });
