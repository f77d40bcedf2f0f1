/** Orders of the store: once, whole, and not twice cancelled. */

/** @import { Mutant } from "./mutants.mjs" */

/** @type {readonly Mutant[]} */
export const OF_ORDERS = [
  {
    name: "an order that the store has lost counts as there",
    file: "src/sync/reports/compare-orders.ts",
    find: "order.sourceOrderId === undefined || there.has(order.sourceOrderId)",
    put: "there.size >= 0",
    caughtBy: "test/ledger/reconcile.test.ts",
  },
  {
    name: "an order is made though its cart may have one",
    file: "src/platforms/prestashop/orders/place-order.ts",
    find: "cart.isNew ? undefined : await findOrder(task.client, cart.id)",
    put: "undefined",
    caughtBy: "test/contract/prestashop/prestashop.test.ts",
  },
  {
    name: "an order is posted again while the first request may be at work",
    file: "src/platforms/prestashop/orders/place-order.ts",
    find: "if (at > 0 && retryAfterMs > 0)",
    put: "if (at > 0 && retryAfterMs > 600_000)",
    caughtBy: "test/contract/prestashop/orders.test.ts",
  },
  {
    name: "an order that is cancelled enters the state again",
    file: "src/platforms/prestashop/orders/cancel-order.ts",
    find: `if (text(order, "current_state") === facts.states.cancelled) return;`,
    put: "",
    caughtBy: "test/contract/prestashop/cancel-order.test.ts",
  },
  {
    name: "an imported order may be claimed again",
    file: "src/domain/orders/order-claim.ts",
    find: `    case "imported":
      return { go: false, next: current };`,
    put: `    case "imported":
      return { go: true, next: { status: "claimed", tries: 1, claimedAt: now } };`,
    caughtBy: "test/domain/orders/plan-order.test.ts",
  },
  {
    name: "a failed try forgets the unclear one before it",
    file: "src/domain/orders/order-claim.ts",
    find: "if (maybeApplied || wasUncertain) return current;",
    put: "if (maybeApplied) return current;",
    caughtBy: "test/domain/orders/plan-order.test.ts",
  },
  {
    name: "an unclear try counts as none",
    file: "src/domain/orders/order-claim.ts",
    find: "if (maybeApplied || wasUncertain) return current;",
    put: "if (wasUncertain) return current;",
    caughtBy: "test/domain/orders/plan-order.test.ts",
  },
  {
    name: "goods that left are put back on the shelf",
    file: "src/domain/orders/plan-order.ts",
    find: `  if (isShipped)
    return { step: "warn"`,
    put: `  if (isShipped && sourceCancelledAt !== null)
    return { step: "warn"`,
    caughtBy: "test/ledger/repairs.test.ts",
  },
  {
    name: "the store is not asked whether it shipped before it cancels",
    file: "src/sync/orders/cancel-source.ts",
    find: "const [shipment] = await source.readShipments([sourceOrderId]);",
    put: "const [shipment] = (await source.readShipments([sourceOrderId])).slice(1);",
    caughtBy: "test/ledger/repairs.test.ts",
  },
  {
    name: "an older answer about an order wins",
    file: "src/domain/orders/order-record.ts",
    find: "if (order.updatedAt < known.order.updatedAt) return null;",
    put: "",
    caughtBy: "test/domain/orders/plan-order.test.ts",
  },
  {
    name: "an unpaid order becomes one of the store",
    file: "src/domain/orders/channel-order.ts",
    find: `return order.state === "awaiting_shipment" || order.state === "partially_shipped";`,
    put: `return order.state !== "cancelled" && order.state !== "delivered";`,
    caughtBy: "test/domain/orders/plan-order.test.ts",
  },
  {
    name: "cents go to whoever comes first",
    file: "src/domain/money.ts",
    find: "remainders.toSorted((a, b) => b.left - a.left || a.index - b.index)",
    put: "remainders",
    caughtBy: "test/domain/money.test.ts",
  },
  {
    name: "an amount is cut where it should be rounded",
    file: "src/domain/money.ts",
    find: `>= "5".charCodeAt(0)`,
    put: `> "9".charCodeAt(0)`,
    caughtBy: "test/domain/money.test.ts",
  },
  {
    name: "a shipment is sent without reading the channel's order",
    file: "src/sync/orders/export-shipment.ts",
    find: "const order = await refreshOrder(deps, orderId);",
    put: "const order = known.order;",
    caughtBy: "test/ledger/crash.test.ts",
  },
  {
    name: "an order is imported as it was when it came",
    file: "src/sync/orders/import-order.ts",
    find: "  if (deps.now() - known.readAt > FRESH_MS) await refreshOrder(deps, orderId);\n",
    put: "",
    caughtBy: "test/ledger/orders.test.ts",
  },
  {
    name: "an order's totals are not read at the end",
    file: "src/platforms/prestashop/orders/import-by-webservice.ts",
    find: `if (!totalsMatch(order, wanted))\n    throw`,
    put: `if (order.id === "")\n    throw`,
    caughtBy: "test/ledger/orders.test.ts",
  },
  {
    name: "of the orders that a store broke off only the last is passed over",
    file: "src/platforms/prestashop/orders/broken-off.ts",
    find: `[...leftCarts(steps), order.cartId].join(" ")`,
    put: "order.cartId",
    caughtBy: { history: "store" },
  },
  {
    name: "money given back before its order was known is forgotten",
    file: "src/sync/orders/scan-refunds.ts",
    find: "deps.writeUnmatched(left.length > 0 ? left : undefined);",
    put: "deps.writeUnmatched(undefined);",
    caughtBy: "test/ledger/store-refunds.test.ts",
  },
];
