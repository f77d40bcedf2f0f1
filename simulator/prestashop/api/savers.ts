import {
  deleteCombination,
  deleteProduct,
  deleteSpecificPrice,
  saveCombination,
  saveProduct,
  saveSpecificPrice,
  saveStock,
} from "../catalogue/save-catalogue";
import { stamp, storeDraft, type Draft } from "../draft";
import type { Row } from "../data/row";
import type { Shop } from "../shop";
import { saveAddress, saveCart, saveCustomer } from "../orders/save-people";
import { saveOrder, saveOrderCarrier, saveOrderHistory } from "../orders/save-orders";

const savers: Record<string, (shop: Shop, draft: Draft) => Row> = {
  products: saveProduct,
  combinations: saveCombination,
  stock_availables: saveStock,
  specific_prices: saveSpecificPrice,
  customers: saveCustomer,
  addresses: saveAddress,
  carts: saveCart,
  orders: saveOrder,
  order_carriers: saveOrderCarrier,
  order_histories: saveOrderHistory,
};

const removers: Record<string, (shop: Shop, row: Row) => void> = {
  products: deleteProduct,
  combinations: deleteCombination,
  specific_prices: deleteSpecificPrice,
};

function saveAnything(shop: Shop, draft: Draft): Row {
  stamp(shop, draft);
  return storeDraft(shop, draft);
}

/** Stores a draft with everything its resource does on saving. */
export const save = (shop: Shop, draft: Draft): Row =>
  (savers[draft.resource.name] ?? saveAnything)(shop, draft);

/** Deletes a row with everything that hangs on it. */
export function erase(shop: Shop, resource: string, row: Row): void {
  const remove = removers[resource];
  if (remove) remove(shop, row);
  else shop.tables.remove(resource, row.id);
}
