import { formatMinor } from "../../../domain/money";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { cleanNote } from "./clean-text";
import { fitAddress } from "./fit-address";

const NO_SALE = {
  sample: "a free sample",
  exchange: "goods in exchange for returned ones",
  replacement: "a free replacement of an earlier order",
} as const;

/**
 * The note of an order: where it came from, what the buyer wrote, what of the address its fields cannot hold,
 * and what the buyer paid where the order's total is another figure, so that an accountant finds both in
 * one place.
 */
export function orderNote(draft: OrderDraft): string {
  const { buyerPaidMinor = draft.totalMinor, salesTaxMinor = 0 } = draft;
  const amount = (minor: number) => `${formatMinor(minor, draft.currency)} ${draft.currency}`;
  const parts = [`${draft.paymentLabel} ${draft.channelOrderId}`, draft.buyerNote];
  const { unfitted } = fitAddress(draft.address, true);
  if (unfitted !== "") parts.push(`Of the address: ${unfitted}.`);
  if (draft.kind) parts.push(`No sale: ${NO_SALE[draft.kind]}.`);
  if (buyerPaidMinor !== draft.totalMinor) parts.push(`The buyer paid ${amount(buyerPaidMinor)}.`);
  if (salesTaxMinor > 0)
    parts.push(
      `Sales tax of ${amount(salesTaxMinor)} is collected and paid by the marketplace and is no part of this order.`,
    );
  return cleanNote(parts.filter(Boolean).join(" "));
}
