/** Stock and price: absolute, newest, doubted. */

/** @import { Mutant } from "./mutants.mjs" */

/** @type {readonly Mutant[]} */
export const OF_STOCK = [
  {
    name: "a difference is sent in place of the number",
    file: "src/sync/stock/push-stock.ts",
    find: "const changes = changed.map(({ channelSkuId, quantity }) => ({ channelSkuId, quantity }));",
    put: "const changes = changed.map(({ channelSkuId, quantity }) => ({ channelSkuId, quantity: quantity + 1 }));",
    caughtBy: "test/sync/stock/push-stock.test.ts",
  },
  {
    name: "no intent is written before a quantity is sent",
    file: "src/sync/stock/push-stock.ts",
    find: `  const warehouseId = await deps.warehouseId();
  deps.markSending(changed.map((sku) => sku.channelSkuId));`,
    put: "  const warehouseId = await deps.warehouseId();",
    caughtBy: "test/sync/stock/push-stock.test.ts",
  },
  {
    name: "a belief is never doubted when an order moves the counter",
    file: "src/domain/orders/moved-skus.ts",
    find: "if (change === 0 && !isFirst) return [];",
    put: "if (change >= 0 || change < 0) return [];",
    caughtBy: "test/domain/orders/moved-skus.test.ts",
  },
  {
    name: "units of a cancelled order count as taken",
    file: "src/domain/orders/moved-skus.ts",
    find: 'if (!order || order.state === "cancelled") return units;',
    put: "if (!order) return units;",
    caughtBy: "test/domain/orders/moved-skus.test.ts",
  },
  {
    name: "a doubt that comes during a write is lost",
    file: "src/ledger/offer-store.ts",
    find: `quantity: "sent_quantity = ?, quantity_doubt = nullif(quantity_doubt, 'sending')"`,
    put: `quantity: "sent_quantity = ?, quantity_doubt = NULL"`,
    caughtBy: "test/ledger/belief.test.ts",
  },
  {
    name: "a number in doubt is left as it is",
    file: "src/ledger/published-stock.ts",
    find: "return quantityDoubt !== null || quantity !== believedQuantity;",
    put: "return quantity !== believedQuantity;",
    caughtBy: "test/ledger/belief.test.ts",
  },
  {
    name: "promised units are forgotten when the order is in the store",
    file: "src/domain/stock/stock.ts",
    find: "untilObservedAfter === undefined ? true : untilObservedAfter > stock.observedAt,",
    put: "untilObservedAfter === undefined,",
    caughtBy: "test/domain/stock/stock.test.ts",
  },
  {
    name: "a late count wins",
    file: "src/domain/stock/stock.ts",
    find: "return known === undefined || observedAt >= known.observedAt;",
    put: "return true;",
    caughtBy: "test/domain/stock/stock.test.ts",
  },
  {
    name: "a listing that is off sale already waits for a person",
    file: "src/sync/stock/push-stock.ts",
    find: "if (shown && wanted.includes(shown)) return;",
    put: "",
    caughtBy: "test/sync/stock/push-stock.test.ts",
  },
  {
    name: "units held back are published",
    file: "src/domain/stock/stock.ts",
    find: "Math.max(0, physical - reserved - holdBack)",
    put: "Math.max(0, physical - reserved)",
    caughtBy: "test/domain/stock/stock.test.ts",
  },
  {
    name: "promised units are published",
    file: "src/domain/stock/stock.ts",
    find: "Math.max(0, physical - reserved - holdBack)",
    put: "Math.max(0, physical - holdBack)",
    caughtBy: "test/domain/stock/stock.test.ts",
  },
  {
    name: "stock is not read again after an import",
    file: "src/sync/orders/import-order.ts",
    find: "    deps.rereadStock((record.draft?.lines ?? []).map((line) => line.productId));\n",
    put: "",
    caughtBy: "test/ledger/crash.test.ts",
  },
  {
    name: "a variant that the store no longer has keeps its count",
    file: "src/sync/stock/scan-stock.ts",
    find: "if (isGone && physical !== 0) moved.push({ productId, variantId, quantity: 0 });",
    put: "",
    caughtBy: "test/sync/stock/scan-stock.test.ts",
  },
  {
    name: "a price of nothing is sent",
    file: "src/sync/stock/push-price.ts",
    find: "changed.filter(({ priceMinor }) => priceMinor > 0),",
    put: "changed,",
    caughtBy: "test/ledger/resend.test.ts",
  },
  {
    name: "promised packs hold none of their parts",
    file: "src/ledger/published-stock.ts",
    find: "if (packs.length === 0) return counted;",
    put: "if (packs.length >= 0) return counted;",
    caughtBy: { history: "store" },
  },
  {
    name: "a pack that is counted another way is counted as before",
    file: "src/platforms/prestashop/packs.ts",
    find: "const isStoreChanged = textOf(before) !== textOf(found);",
    put: "const isStoreChanged = textOf(before) === undefined;",
    caughtBy: "test/contract/prestashop/packs.test.ts",
  },
  {
    name: "a product that changed is read once only",
    file: "src/ledger/steps/product-sweeps.ts",
    find: "takeSecondReads(storage, now());",
    put: "",
    caughtBy: { history: "module" },
  },
  {
    name: "a deleted pack holds its parts",
    file: "src/ledger/published-stock.ts",
    find: "(pack) => !gone.has(keyOfVariant(linkOf(pack)))",
    put: "() => gone !== undefined",
    caughtBy: { history: "store" },
  },
];
