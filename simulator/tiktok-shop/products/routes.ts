import { shopRoute, type Route } from "../request";
import { searchInventory, updateInventory, updatePrices } from "./offers";
import { readProduct, searchProducts } from "./read";
import { activateProducts, deactivateProducts, deleteProducts, recoverProducts } from "./state";
import { checkProduct, createProduct, editProduct, partialEditProduct } from "./write";

const BASIC = "seller.product.basic";
const WRITE = "seller.product.write";
const DELETE = "seller.product.delete";
const PRODUCTS = "/product/202309/products";
const ONE = `${PRODUCTS}/{product_id}`;

export const productRoutes: readonly Route[] = [
  shopRoute("POST", PRODUCTS, WRITE, createProduct),
  shopRoute("POST", `${PRODUCTS}/listing_check`, BASIC, checkProduct),
  shopRoute("GET", ONE, BASIC, readProduct),
  shopRoute("PUT", ONE, WRITE, editProduct),
  shopRoute("PUT", "/product/202509/products/{product_id}", WRITE, editProduct),
  shopRoute("POST", `${ONE}/partial_edit`, WRITE, partialEditProduct),
  shopRoute(
    "POST",
    "/product/202509/products/{product_id}/partial_edit",
    WRITE,
    partialEditProduct,
  ),
  shopRoute("POST", "/product/202502/products/search", BASIC, searchProducts),
  shopRoute("POST", `${PRODUCTS}/activate`, BASIC, activateProducts),
  shopRoute("POST", `${PRODUCTS}/deactivate`, BASIC, deactivateProducts),
  shopRoute("POST", `${PRODUCTS}/recover`, DELETE, recoverProducts),
  shopRoute("DELETE", PRODUCTS, DELETE, deleteProducts),
  shopRoute("POST", `${ONE}/inventory/update`, WRITE, updateInventory),
  shopRoute("POST", `${ONE}/prices/update`, WRITE, updatePrices),
  shopRoute("POST", "/product/202309/inventory/search", BASIC, searchInventory),
];
