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
import type { Store } from "../store";
import { saveAddress, saveCart, saveCustomer } from "../orders/save-people";
import { saveOrder, saveOrderCarrier, saveOrderHistory } from "../orders/save-orders";

const savers: Record<string, (store: Store, draft: Draft) => Row> = {
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

const removers: Record<string, (store: Store, row: Row) => void> = {
  products: deleteProduct,
  combinations: deleteCombination,
  specific_prices: deleteSpecificPrice,
};

function saveAnything(store: Store, draft: Draft): Row {
  stamp(store, draft);
  return storeDraft(store, draft);
}

/** Stores a draft with everything its resource does on saving. */
export const save = (store: Store, draft: Draft): Row =>
  (savers[draft.resource.name] ?? saveAnything)(store, draft);

/** Deletes a row with the rows that belong to it. */
export function erase(store: Store, resource: string, row: Row): void {
  const remove = removers[resource];
  if (remove) remove(store, row);
  else store.tables.remove(resource, row.id);
}
