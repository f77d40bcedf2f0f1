/** What is on its way on the channel is shipped in the store, under a number. */
import type { Row } from "../../simulator/prestashop/data/row";
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { Order } from "../../simulator/tiktok-shop/orders/order";
import { isCancelled, type Participants } from "./participants";
import type { Violation } from "./violation";
import { shownNumbers } from "./waiting";

const SENT = new Set(["AWAITING_COLLECTION", "IN_TRANSIT", "DELIVERED", "COMPLETED"]);
const REFUNDED = "7";

/** `row`: the order in the store, which the merchant may have ended there. */
export function judgeSent(people: Participants, order: Order, row: Row): Violation[] {
  const numbers = shownNumbers(people, order.id);
  if (!SENT.has(order.status) || order.isFulfilledByTikTok || numbers.length === 0) return [];
  const stateId = valueOf(row, "current_state");
  const isEnded = stateId === REFUNDED || isCancelled(people.store.rows("orders"), row.id);
  if (isEnded) return [];
  const state = people.store.rows("order_states").find(({ id }) => id === stateId);
  const parcels = people.store
    .rows("order_carriers")
    .filter((parcel) => valueOf(parcel, "id_order") === row.id);
  const isNumbered = parcels.some((parcel) => valueOf(parcel, "tracking_number") !== "");
  // What the channel's carrier is to collect is still with the seller.
  const isHere = order.shippingType === "TIKTOK" && order.status === "AWAITING_COLLECTION";
  if (isNumbered && (isHere || valueOf(state, "shipped") === "1")) return [];
  const text = `${order.status} as ${numbers.join(", ")}, in the store state ${stateId}`;
  return [{ rule: "shipped both ways", text }];
}
