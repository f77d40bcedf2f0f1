import type { LedgerApi } from "../ledger-api";

/** Stock and prices of the product follow the store again: its next listing is Weft's own. */
export async function followAll(
  ledger: Pick<LedgerApi, "readProductRules" | "setProductRules">,
  productId: string,
): Promise<void> {
  const [rule] = await ledger.readProductRules([productId]);
  if (!rule || (rule.sendsStock && rule.sendsPrice)) return;
  await ledger.setProductRules([
    { productId, rule: { ...rule, sendsStock: true, sendsPrice: true } },
  ]);
}
