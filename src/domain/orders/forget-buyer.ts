/** What stays of an order once its buyer is forgotten: figures, goods and times. */
import type { ChannelOrder, OrderState } from "./channel-order";

/** An order that ended: nothing is left to be sent to its buyer. */
export const ENDED: readonly OrderState[] = ["delivered", "completed", "cancelled"];

const NOBODY: ChannelOrder["buyer"] = { id: "", nickname: "", email: "", message: "" };

/** The order as the channel shows it, without its buyer. */
export function forgetBuyer(order: ChannelOrder): ChannelOrder {
  const { address: _address, ...rest } = order;
  return { ...rest, buyer: NOBODY };
}
