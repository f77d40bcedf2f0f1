import type { StoreEvent } from "../store";

/** The hooks of each kind of event; one of them is enough to receive it. */
const HOOKS_OF: Record<StoreEvent["type"], readonly string[]> = {
  "product.saved": [
    "actionObjectProductAddAfter",
    "actionObjectProductUpdateAfter",
    "actionObjectCombinationAddAfter",
    "actionObjectCombinationUpdateAfter",
    "actionObjectSpecificPriceAddAfter",
    "actionProductSave",
    "actionProductUpdate",
  ],
  "product.deleted": ["actionObjectProductDeleteAfter", "actionProductDelete"],
  "stock.changed": ["actionObjectStockAvailableUpdateAfter", "actionUpdateQuantity"],
  "order.state_changed": ["actionOrderStatusPostUpdate"],
  "order.tracking_changed": [
    "actionObjectOrderCarrierUpdateAfter",
    "actionAdminOrdersTrackingNumberUpdate",
  ],
};

export const HOOKS: readonly string[] = Object.values(HOOKS_OF).flat();

/** Whether a module registered on these hooks receives an event. */
export const receives = (hooks: readonly string[], type: StoreEvent["type"]): boolean =>
  HOOKS_OF[type].some((hook) => hooks.includes(hook));
