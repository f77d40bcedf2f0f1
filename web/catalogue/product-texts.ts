/** The words of the page of a product. */
import { categories } from "../../src/i18n/en/ui/categories";
import { product } from "../../src/i18n/en/ui/product";
import { products } from "../../src/i18n/en/ui/products";
import { productStatus } from "../../src/i18n/en/ui/product-status";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ categories, product, products, productStatus });
