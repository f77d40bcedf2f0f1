import type { Store } from "../../storage";
import { text } from "../fields";
import { shownStatus, type Product, type Sku } from "../products/product";

/** Products in short, for tests that look at the world from outside. */
export const listProducts = (store: Store) =>
  store.list<Product>("tts:product").map((product) => ({
    id: product.id,
    shopId: product.shopId,
    title: text(product.content["title"]),
    status: shownStatus(product),
    audit: product.audit,
  }));

/** SKUs with price in minor units and stock. */
export const listSkus = (store: Store): Sku[] => store.list<Sku>("tts:sku");
