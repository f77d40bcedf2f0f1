import type { Storage } from "../../storage";
import { text } from "../fields";
import { shownStatus, type Product, type Sku } from "../products/product";

/** Products in short, for the state of the control API. */
export const listProducts = (storage: Storage) =>
  storage.list<Product>("tts:product").map((product) => ({
    id: product.id,
    shopId: product.shopId,
    title: text(product.content["title"]),
    status: shownStatus(product),
    audit: product.audit,
  }));

/** SKUs with price in minor units and stock. */
export const listSkus = (storage: Storage): Sku[] => storage.list<Sku>("tts:sku");
