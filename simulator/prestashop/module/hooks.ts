import type { StoreEvent } from "../store";

/** The hooks behind each kind of event; one of them is enough to hear it. */
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

/** Whether a module on these hooks hears of an event. */
export const receives = (hooks: readonly string[], type: StoreEvent["type"]): boolean =>
  HOOKS_OF[type].some((hook) => hooks.includes(hook));
