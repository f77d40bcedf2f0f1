import type { LedgerApi } from "../ledger-api";

/** Stock and prices of the product go by the rules of all again: its next listing is Weft's own. */
export async function followAll(
  ledger: Pick<LedgerApi, "readProductRules" | "setProductRules">,
  productId: string,
): Promise<void> {
  const [rule] = await ledger.readProductRules([productId]);
  if (!rule || (rule.sendsStock === null && rule.sendsPrice === null)) return;
  await ledger.setProductRules([
    { productId, rule: { ...rule, sendsStock: null, sendsPrice: null } },
  ]);
}
