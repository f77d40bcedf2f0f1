/** Why an order of the channel is not in the store, where nothing keeps it from being known. Pure. */
import type { Reason } from "../errors/reason";
import { isImportable, type ChannelOrder } from "./channel-order";

/** "due": it can be made now; all others are left out. "unreadable": the channel's word on it cannot be used. */
export const MISSED_WHYS = [
  "due",
  "unpaid",
  "on_hold",
  "sent",
  "older",
  "cancelled",
  "platform",
  "unreadable",
] as const;
export type MissedWhy = (typeof MISSED_WHYS)[number];

/** What is known of an order that the ledger was told of. */
export interface KnownOrder {
  isInStore: boolean;
  /** The ledger still means to make it. */
  isUnsynced: boolean;
  problem: Reason | null;
}

/** What decides over an order that the store does not have. */
export interface MissedTerms {
  /** Since when the store's orders are Weft's business, epoch ms. */
  connectedAt: number;
  /** The ledger was told of it before, and does not mean to make it. */
  isLetGo: boolean;
}

/** An order that was sent by hand before anybody listened is the merchant's own; one sold since is owed. */
export function whyMissed(
  order: Pick<ChannelOrder, "state" | "fulfilment" | "createdAt" | "paidAt">,
  { connectedAt, isLetGo }: MissedTerms,
): MissedWhy {
  const { state, fulfilment } = order;
  if (state === "cancelled" || state === "unpaid" || state === "on_hold") return state;
  if (fulfilment === "channel") return "platform";
  if (isImportable(order)) return "due";
  if ((order.paidAt ?? order.createdAt) < connectedAt) return "older";
  return isLetGo ? "sent" : "due";
}
