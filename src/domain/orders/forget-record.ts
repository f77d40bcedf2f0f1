/** What the ledger keeps of an order once its buyer is forgotten. */
import type { BuyerAddress } from "./channel-order";
import { forgetBuyer } from "./forget-buyer";
import type { OrderDraft } from "./order-draft";
import type { OrderRecord } from "./order-record";

/** The country decides taxes, which are figures. */
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
