import { SyncError } from "../../domain/errors/sync-error";
import { addressToSend } from "../../domain/orders/moved-address";
import { withProblem } from "../../domain/orders/order-record";
import type { StateRule } from "../../domain/orders/store-changes";
import type { ChannelSession } from "../../platforms/channel";
import type { SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";
import { recordShipment } from "./record-shipment";
import { refreshOrder, type RefreshOrderDeps } from "./refresh-order";

export interface ChangeAddressDeps extends Pick<RefreshOrderDeps, "connectedAt"> {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readOrders">>;
  source(): Promise<Pick<SourceSession, "readShipments" | "changeOrder">>;
  stateRules(): Promise<readonly StateRule[]>;
  now(): number;
}

/**
 * Writes the buyer's changed address, name and phone into the store's order. Both sides are read
 * first: what has left goes to the old address, SyncError("merchant", "order.address_late"). The
 * store is compared before it is written, so a repeat changes nothing.
 */
export async function changeAddress(deps: ChangeAddressDeps, orderId: string): Promise<void> {
  const order = await refreshOrder(deps, orderId);
  const known = deps.orders.read(order.id);
  if (known?.importState.status !== "imported" || !addressToSend(known)) return;
  const { sourceOrderId } = known.importState;
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  if (!shipment) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  const seen = recordShipment(deps, orderId, shipment, await deps.stateRules());
  const address = seen && addressToSend(seen);
  if (!address) return;
  if (seen.fulfilment.isShipped) {
    if (seen.fulfilment.isAddressDoubtful) return;
    throw new SyncError("merchant", "order.address_late");
  }
  const { carrierReference } = seen.draft ?? {};
  const isDoubtful = seen.fulfilment.isAddressDoubtful === true;
  await source.changeOrder(sourceOrderId, {
    address,
    ...(isDoubtful && carrierReference ? { parcel: { carrierReference } } : {}),
  });
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const { isAddressDoubtful: _known, ...fulfilment } = record.fulfilment;
    const entry = { key: `address_sent:${at}`, kind: "address_sent" as const, facts: {}, at };
    deps.orders.write(
      withProblem(
        { ...record, fulfilment: { ...fulfilment, sentAddress: address } },
        "address",
        null,
      ),
      isDoubtful ? [] : [entry],
    );
  });
}
