import type { DraftTexts } from "./order-draft";
import type { OrderMoneyChoice } from "./order-money";

/** Reserved ending nobody receives mail under: the store writes to its buyers by itself. */
const MAIL_DOMAIN = "channel.invalid";

/** What a merchant may choose about orders in the store; null: nothing was chosen. */
interface OrderChoices {
  orderPaymentLabel: string | null;
  orderMoney: OrderMoneyChoice;
  orderCarrierReference: string | null;
  /** Carriers by the delivery option that the buyer took. */
  deliveryOptionMap: readonly { deliveryOptionId: string; carrierReference: string }[];
  orderStateId: string | null;
}

/**
 * How orders of a connection are drafted; without a choice the payment is named for the channel.
 */
export function draftTexts(choices: OrderChoices, channelLabel: string): DraftTexts {
  const { orderPaymentLabel, orderMoney, orderCarrierReference, orderStateId } = choices;
  const byOption = choices.deliveryOptionMap.map(
    ({ deliveryOptionId, carrierReference }) => [deliveryOptionId, carrierReference] as const,
  );
  return {
    paymentLabel: orderPaymentLabel ?? channelLabel,
    mailDomain: MAIL_DOMAIN,
    moneyChoice: orderMoney,
    ...(orderCarrierReference ? { carrierReference: orderCarrierReference } : {}),
    ...(byOption.length > 0 ? { carrierByOption: Object.fromEntries(byOption) } : {}),
    ...(orderStateId ? { orderStateId } : {}),
  };
}
