/**
 * Bugs that were planted to see whether anybody notices: each is a piece of the product's text in
 * exchange for another, and names what catches it. `npm run mutants` plants them one by one.
 */

/**
 * @typedef {object} Mutant
 * @property {string} name what is wrong with the product then
 * @property {string} file
 * @property {string} find text that stands in the file once
 * @property {string} put what stands there instead
 * @property {string | { history: "store" | "module" }} caughtBy a test file of the ring `pure`, or
 *   the named histories by one transport
 */

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  // Orders of the store: once, whole, and not twice cancelled.
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
    find: `  if (!totalsMatch(order, wanted)) throw totalDiffers(order, wanted, "total");\n`,
    put: "",
    caughtBy: "test/ledger/orders.test.ts",
  },
  // Stock and price: absolute, newest, doubted.
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
  // The ledger: intents, leases, fences, wake-ups.
  {
    name: "deliveries are not deduplicated",
    file: "src/ledger/ingest.ts",
    find: "if (!notes.receive(`channel:${event.deliveryId}`, now)) return { isNew: false };",
    put: "notes.receive(`channel:${event.deliveryId}`, now);",
    caughtBy: "test/ledger/ledger-core.test.ts",
  },
  {
    name: "a lease ends before the request may time out",
    file: "src/ledger/fence.ts",
    find: "return Math.max(LEAST_FENCE_MS, REPLACED_MS + httpTimeoutMs);",
    put: "return httpTimeoutMs / 4;",
    caughtBy: "test/ledger/ledger-core.test.ts",
  },
  {
    name: "a woken object takes what another one is doing",
    file: "src/ledger/outbox.ts",
    find: "UPDATE outbox SET lease_until = MAX(lease_until, ?) WHERE state = 'running'",
    put: "UPDATE outbox SET lease_until = 0 * ? WHERE state = 'running'",
    caughtBy: "test/ledger/ledger-core.test.ts",
  },
  {
    name: "a request made during a run is forgotten",
    file: "src/ledger/outbox.ts",
    find: "`DELETE FROM outbox WHERE id = ? AND wanted = ?`",
    put: "`DELETE FROM outbox WHERE id = ? AND ? IS NOT NULL`",
    caughtBy: "test/ledger/outbox.test.ts",
  },
  {
    name: "an alarm rings before there is anything to take",
    file: "src/ledger/outbox.ts",
    find: "FROM outbox r WHERE r.entity = o.entity AND r.state = 'running'), 0))",
    put: "FROM outbox r WHERE r.entity = o.entity AND r.state = 'gone'), 0))",
    caughtBy: "test/ledger/ledger-core.test.ts",
  },
  {
    name: "a lost alarm is not armed again",
    file: "src/ledger/ledger-core.ts",
    find: "this.#armedAt = isLost ? undefined : (alarmAt ?? undefined);",
    put: "",
    caughtBy: { history: "store" },
  },
  {
    name: "what was given up stays so when the shop is well",
    file: "src/ledger/runner.ts",
    find: "  if (!shop) return;\n",
    put: "  if (shop || !shop) return;\n",
    caughtBy: "test/ledger/passing-answers.test.ts",
  },
  {
    name: "an effect that may still be happening is tried again at once",
    file: "src/domain/errors/back-off.ts",
    find: "const uncertainMs = error.facts.maybeApplied === true ? rule.uncertainMs : 0;",
    put: "const uncertainMs = 0;",
    caughtBy: "test/domain/errors/back-off.test.ts",
  },
  {
    name: "one page of HTML needs a person",
    file: "src/domain/errors/back-off.ts",
    find: `if (error.remedy === "merchant" && !mayPass(error)) return { kind: "park" };`,
    put: `if (error.remedy === "merchant") return { kind: "park" };`,
    caughtBy: "test/domain/errors/back-off.test.ts",
  },
  {
    name: "a lost authorisation is given up like a refusal",
    file: "src/domain/errors/back-off.ts",
    find: `if (tries >= rule.maxTries && error.remedy !== "reconnect") return { kind: "park" };`,
    put: `if (tries >= rule.maxTries || error.remedy === "reconnect") return { kind: "park" };`,
    caughtBy: "test/domain/errors/back-off.test.ts",
  },
  {
    name: "Retry-After may silence a connection for years",
    file: "src/platforms/http/send.ts",
    find: "Math.min(Math.max(0, askedMs), LONGEST_SILENCE_MS)",
    put: "Math.max(0, askedMs)",
    caughtBy: "test/contract/http/send.test.ts",
  },
  {
    name: "a write whose answer was lost is sent again",
    file: "src/platforms/http/retry-delay.ts",
    find: "if (maybeApplied && !attempt.replaySafe) return null;",
    put: "",
    caughtBy: "test/contract/http/retry-delay.test.ts",
  },
  {
    name: "an answer of any size is read",
    file: "src/platforms/http/send.ts",
    find: "if (size > limit) {",
    put: "if (size < 0) {",
    caughtBy: "test/contract/http/send.test.ts",
  },
  {
    name: "two calls refresh one token",
    file: "src/ledger/ledger-core.ts",
    find: "this.#refreshing ??= this.#ports.freshAccess(stale)",
    put: "this.#refreshing = this.#ports.freshAccess(stale)",
    caughtBy: "test/ledger/ledger-core.test.ts",
  },
  // Events and polls: durable before the answer, nothing skipped.
  {
    name: "an event of the channel is acknowledged before the ledger has it",
    file: "src/sync/connections/receive-channel-event.ts",
    find: "return deps.ledger.ingestChannelEvent(event);",
    put: "void deps.ledger.ingestChannelEvent(event).catch(() => {});\n  return { isNew: true };",
    caughtBy: "test/sync/connections/receive-events.test.ts",
  },
  {
    name: "an event of the store is acknowledged before the ledger has it",
    file: "src/sync/connections/receive-source-event.ts",
    find: "const { isNew } = await deps.ledger.ingestSourceEvent(event);",
    put: "void deps.ledger.ingestSourceEvent(event).catch(() => {});\n  const isNew = true;",
    caughtBy: "test/sync/connections/receive-events.test.ts",
  },
  {
    name: "a webhook with a wrong signature is believed",
    file: "src/platforms/tiktok-shop/webhook.ts",
    find: "return isSigned ? toChannelEvent(",
    put: "return isSigned !== undefined ? toChannelEvent(",
    caughtBy: "test/contract/tiktok-shop/webhook.test.ts",
  },
  {
    name: "a poll does not reach back behind its watermark",
    file: "src/sync/orders/poll-orders.ts",
    find: "watermark - OVERLAP_MS",
    put: "watermark",
    caughtBy: "test/ledger/poll.test.ts",
  },
  {
    name: "the watermark moves before the last page",
    file: "src/sync/orders/poll-orders.ts",
    find: "if (answer.next === undefined) deps.writeWatermark(after.newest);",
    put: "deps.writeWatermark(after.newest);",
    caughtBy: "test/ledger/poll.test.ts",
  },
  {
    name: "a page of the poll begins behind the moment of the one before",
    file: "src/sync/orders/poll-orders.ts",
    find: "    from: reached,",
    put: "    from: reached + 1_000,",
    caughtBy: "test/ledger/poll.test.ts",
  },
  {
    name: "orders at the edge of a page count twice",
    file: "src/sync/orders/poll-orders.ts",
    find: "(id) => !seen.edge.includes(id),",
    put: "(id) => id !== undefined || !seen.edge.includes(id),",
    caughtBy: "test/ledger/orders.test.ts",
  },
  {
    name: "a sweep is given up like a write",
    file: "src/ledger/step-kinds.ts",
    find: `export const READS: readonly StepKind[] = [
  ...RECURRING,`,
    put: "export const READS: readonly StepKind[] = [",
    caughtBy: "test/ledger/passing-answers.test.ts",
  },
  {
    name: "an order that cannot be read is left out",
    file: "src/sync/orders/poll-orders.ts",
    find: `for (const id of unreadable) orders.schedule("refresh-order", id, readAt);`,
    put: "",
    caughtBy: "test/ledger/orders.test.ts",
  },
  {
    name: "a credential is sealed for no place",
    file: "src/lib/seal.ts",
    find: "JSON.stringify([accountId, connectionId, field])",
    put: "JSON.stringify([field.length >= 0, accountId === connectionId])",
    caughtBy: "test/lib/seal.test.ts",
  },
  {
    name: "a failed step is tried again at once, and again",
    file: "src/domain/errors/back-off.ts",
    find: "rule.baseMs * 2 ** Math.min(tries - 1, 30)",
    put: "0 * rule.baseMs * Math.min(tries - 1, 30)",
    caughtBy: "test/domain/errors/back-off.test.ts",
  },
  {
    name: "an entity has two steps at once",
    file: "src/ledger/outbox.ts",
    find: "WHERE r.entity = o.entity AND r.state = 'running' AND r.lease_until > ?1)",
    put: "WHERE r.entity = o.entity AND r.state = 'gone' AND r.lease_until > ?1)",
    caughtBy: "test/ledger/outbox.test.ts",
  },
  {
    name: "a state that says nothing hides what the order was",
    file: "src/domain/orders/store-changes.ts",
    find: "for (const word of [now, ...(now.earlier ?? []).toReversed()]) {",
    put: "for (const word of [now]) {",
    caughtBy: "test/ledger/moved-on.test.ts",
  },
  {
    name: "a slip that was taken back is told",
    file: "src/domain/orders/store-changes.ts",
    find: "if (isOnTheWay(word.state, isNumbered)) break;",
    put: "if (isOnTheWay(word.state, isNumbered)) continue;",
    caughtBy: "test/domain/orders/store-changes.test.ts",
  },
  {
    name: "the group's percentage is left out of prices",
    file: "src/platforms/prestashop/price-of.ts",
    find: "Number(groupPercent) > 0;",
    put: "Number(groupPercent) > 1_000;",
    caughtBy: "test/contract/prestashop/reading.test.ts",
  },
];
