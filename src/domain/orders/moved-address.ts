/** Whether the buyer's address has to be written into the store's order once more. Pure. */
import { isImportable, type BuyerAddress, type ChannelOrder } from "./channel-order";
import { completeAddress } from "./order-draft";
import type { OrderRecord } from "./order-record";

/**
 * The address that the store's order has to show, undefined where it is the one that was sent last.
 * The channel hides addresses by and by: one that shows less than the store has is no news.
 */
export function addressToSend({
  order,
  importState,
  draft,
  fulfilment,
}: OrderRecord): BuyerAddress | undefined {
  if (importState.status !== "imported" || !isImportable(order) || fulfilment.isCancelled)
    return undefined;
  const { isAddressDoubtful, sentAddress = draft?.address } = fulfilment;
  return newAddress(order, sentAddress) ?? (isAddressDoubtful ? sentAddress : undefined);
}

/** A parcel is under way to an address that the buyer has changed since. */
export function isAddressLate({ order, importState, draft, fulfilment }: OrderRecord): boolean {
  const isSent = order.state === "awaiting_collection" || order.state === "in_transit";
  if (importState.status !== "imported" || !isSent) return false;
  return newAddress(order, fulfilment.sentAddress ?? draft?.address) !== undefined;
}

function newAddress(
  order: Pick<ChannelOrder, "address">,
  sent: BuyerAddress | undefined,
): BuyerAddress | undefined {
  const wanted = order.address && completeAddress(order.address);
  if (!wanted || !sent || JSON.stringify(wanted) === JSON.stringify(sent)) return undefined;
  return hiddenParts(wanted) > hiddenParts(sent) ? undefined : wanted;
}

const hiddenParts = (address: BuyerAddress): number =>
  Object.values(address).filter((part: string) => part.includes("*")).length;
