/**
 * Bugs that were planted to see whether anybody notices: each is a piece of the product's text in
 * exchange for another, and names what catches it. `npm run mutants` plants them one by one.
 */
import { OF_ORDERS } from "./of-orders.mjs";
import { OF_STOCK } from "./of-stock.mjs";

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
  ...OF_ORDERS,
  ...OF_STOCK,
  // The ledger: intents, leases, fences, wake-ups.
  {
    name: "deliveries are not deduplicated",
    file: "src/ledger/ingest.ts",
    find: "if (!notes.receive(`channel:${event.deliveryId}`, now, ofChannelEvent(event)))\n    return { isNew: false };",
    put: "notes.receive(`channel:${event.deliveryId}`, now, ofChannelEvent(event));",
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
    find: "WHERE r.entity = o.entity AND r.state = 'running')",
    put: "WHERE r.entity = o.entity AND r.state = 'gone')",
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
    find: "for (const flags of [now, ...(now.earlier ?? []).toReversed()]) {",
    put: "for (const flags of [now]) {",
    caughtBy: "test/ledger/moved-on.test.ts",
  },
  {
    name: "a slip that was taken back is told",
    file: "src/domain/orders/store-changes.ts",
    find: "if (isBeforeShipping(flags.state, isNumbered)) break;",
    put: "if (isBeforeShipping(flags.state, isNumbered)) continue;",
    caughtBy: "test/domain/orders/store-changes.test.ts",
  },
  {
    name: "the group's percentage is left out of prices",
    file: "src/platforms/prestashop/price-of.ts",
    find: "Number(groupPercent) > 0;",
    put: "Number(groupPercent) > 1_000;",
    caughtBy: "test/contract/prestashop/reading.test.ts",
  },
  {
    name: "what a shop refused for a setting is never tried again",
    file: "src/ledger/rechecks.ts",
    find: "now - RECHECK_MS,",
    put: "now - 1_000 * RECHECK_MS,",
    caughtBy: "test/ledger/rechecks.test.ts",
  },
  {
    name: "who comes into a category goes on by the old rule",
    file: "src/ledger/steps/place-categories.ts",
    find: "categoryStock.read(categoryId) ?",
    put: "categoryStock.list().length === 0 ?",
    caughtBy: { history: "store" },
  },
];
