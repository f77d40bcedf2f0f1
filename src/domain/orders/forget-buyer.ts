/** What stays of an order once its buyer is forgotten: figures, goods and times, and the country they went to. */
import type { BuyerAddress, ChannelOrder, OrderState } from "./channel-order";
import type { OrderDraft } from "./order-draft";
import type { OrderRecord } from "./order-record";

/** An order that ended: nothing is left to be sent to its buyer. */
export const ENDED: readonly OrderState[] = ["delivered", "completed", "cancelled"];

const NOBODY: ChannelOrder["buyer"] = { id: "", nickname: "", email: "", message: "" };

const nowhere = ({ country }: BuyerAddress): BuyerAddress => ({
  name: "",
  firstName: "",
  lastName: "",
  phone: "",
  country,
  state: "",
  city: "",
  postcode: "",
  line1: "",
  line2: "",
});

/** The order as the channel shows it, without its buyer. */
export function forgetBuyer(order: ChannelOrder): ChannelOrder {
  const { address, ...rest } = order;
  return { ...rest, buyer: NOBODY, ...(address && { address: nowhere(address) }) };
}

/** All that the ledger knows of an order, without its buyer; later reads of the channel bring nobody back. */
export function forgetBuyerOf(record: OrderRecord, now: number): OrderRecord {
  const { sentAddress: _sent, ...fulfilment } = record.fulfilment;
  const { address: _address, ...problems } = record.problems;
  return {
    ...record,
    order: forgetBuyer(record.order),
    draft: record.draft && withoutBuyer(record.draft),
    fulfilment,
    problems,
    forgottenAt: now,
  };
}

const withoutBuyer = (draft: OrderDraft): OrderDraft => ({
  ...draft,
  address: nowhere(draft.address),
  buyerEmail: "",
  buyerNote: "",
});
