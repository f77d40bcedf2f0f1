import type { LedgerApi } from "../ledger-api";

export interface ForgetBuyersDeps {
  ledger: Pick<LedgerApi, "forgetBuyers">;
  /** In the read model. */
  forget(channelOrderIds: readonly string[]): Promise<void>;
}

/** D1 takes a hundred values in a statement. */
const AT_ONCE = 50;

/**
 * Forgets the buyers of ended orders in the ledger and then in the read model: broken off between the two,
 * the orders are found again.
 */
export async function forgetBuyers(
  deps: ForgetBuyersDeps,
  channelOrderIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < channelOrderIds.length; from += AT_ONCE) {
    const part = channelOrderIds.slice(from, from + AT_ONCE);
    await deps.ledger.forgetBuyers(part);
    await deps.forget(part);
  }
}
