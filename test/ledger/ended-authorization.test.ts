/** While the seller's authorisation is ended all work waits; the new one catches up by itself. */
import { expect, it } from "vitest";
import { importedOrders, observed, place, shownOf, stocked, webhook } from "../support/ledger-acts";
import { withLedger } from "../support/ledger-harness";
import { live } from "../support/live";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

it("orders and stock wait while the authorisation is ended, and go on with the new one", () =>
  withLedger(async (harness) => {
    stocked(harness);
    await live(harness, MINUTE_MS);
    await harness.ledger.setActive(false);
    const [named, unnamed] = [place(harness), place(harness)];
    webhook(harness, named);
    observed(harness, harness.white, 7);
    harness.world.prestashop8.setStockSilently("9", "22", 7);
    const calls = harness.requests.sent.length;
    await harness.ledger.alarm();
    harness.now += 2 * DAY_MS;
    await harness.ledger.alarm();
    await harness.ledger.poke();
    expect(harness.requests.sent).toHaveLength(calls);
    expect(importedOrders(harness)).toEqual([]);

    await harness.ledger.setActive(true);
    await live(harness, 10 * MINUTE_MS);
    expect(importedOrders(harness)).toHaveLength(2);
    for (const id of [named, unnamed])
      expect(harness.storage.orders.read(id)?.importState.status).toBe("imported");
    expect(shownOf(harness, harness.white)).toBe(5);
  }));
