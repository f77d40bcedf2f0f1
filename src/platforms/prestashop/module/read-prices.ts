/** Prices by the module, as the store itself computes them at this moment. */
import type { PriceLevel } from "../../../domain/catalogue/source-product";
import { asSyncError, type SyncError } from "../../../domain/errors/sync-error";
import { chunks } from "../../../lib/chunks";
import type { SourcePrices } from "../../source";
import { readApart } from "../read-apart";
import type { ProductFacts } from "../store-memory";
import { isModuleAbsent } from "./judge-answer";
import { isStoreWide, type StoreModule } from "./open-module";

/** The most the module takes. */
const PRODUCTS_PER_CALL = 300;

/** Nobody's word: a firewall, a host or a deploy may answer so once, with the module behind it. */
const ODD_ANSWERS: ReadonlySet<string> = new Set([
  "prestashop.blocked",
  "prestashop.unavailable",
  "prestashop.module_unclear",
]);

type Audience = Pick<ProductFacts, "currency" | "priceGroupId" | "currencyId">;

/**
 * One call per 300 products; where a slow store leaves some of them, one more for these; a product that
 * makes the store fail is absent. Undefined where the module is gone, or computes no prices: then those of
 * the webservice are the best there are. Throws what was answered where nobody knows that, because other
 * prices than the store's own are not published for one odd answer.
 */
export async function readStoreOwnPrices(
  module: StoreModule,
  audience: Audience,
  productIds: readonly string[],
): Promise<SourcePrices | undefined> {
  const first = await tryRead(module, audience, productIds);
  if (!("error" in first)) return first.prices;
  const { error } = first;
  if (isStoreWide(error)) throw error;
  if (!ODD_ANSWERS.has(error.code) && !isModuleAbsent(error)) return undefined;
  const now = await isAnswering(module);
  if (now === "unknown") throw error;
  if (now === "gone") return undefined;
  const second = await tryRead(module, audience, productIds);
  if ("error" in second && isStoreWide(second.error)) throw second.error;
  return "error" in second ? undefined : second.prices;
}

async function isAnswering(module: StoreModule): Promise<"well" | "gone" | "unknown"> {
  try {
    module.note((await module.ask("health", {})).module);
    return "well";
  } catch (caught) {
    return isModuleAbsent(asSyncError(caught)) ? "gone" : "unknown";
  }
}

async function tryRead(
  module: StoreModule,
  audience: Audience,
  productIds: readonly string[],
): Promise<{ prices: SourcePrices | undefined } | { error: SyncError }> {
  try {
    const levels: PriceLevel[] = [];
    // Asked without products as well: an older module says so then.
    const parts = productIds.length === 0 ? [[]] : chunks(productIds, PRODUCTS_PER_CALL);
    for (const part of parts) {
      const { rows } = await readApart(part, (ids) => askAll(module, audience, ids));
      levels.push(...rows);
    }
    return { prices: { currency: audience.currency, levels, transport: "module" } };
  } catch (caught) {
    return { error: asSyncError(caught) };
  }
}

async function askAll(
  module: StoreModule,
  { currency, priceGroupId: group, currencyId }: Audience,
  productIds: readonly string[],
): Promise<readonly PriceLevel[]> {
  const levels: PriceLevel[] = [];
  for (let products = productIds; ;) {
    const answer = await module.ask("prices", { products, group, currencyId });
    // The currency became another one since: its amounts are no prices of ours.
    if (answer.currency !== currency) return [];
    levels.push(
      ...answer.rows.map(([productId, variantId, priceMinor, listPriceMinor]) => ({
        productId,
        variantId,
        priceMinor,
        listPriceMinor,
      })),
    );
    // A module that computes nothing at all would be asked for ever.
    if (answer.left.length === 0 || answer.left.length === products.length) return levels;
    products = answer.left;
  }
}
