/** A product that the store cannot show, named by an event together with others that it can. */
import { expect, it } from "vitest";
import { reread } from "../../src/ledger/ingest";
import { observed, link, priceOf } from "../support/ledger-acts";
import { live } from "../support/live";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;

const failed = () =>
  Response.json(
    { errors: [{ code: 1, message: "[PHP Error #1] in a module of somebody else" }] },
    { status: 500, headers: { "psws-version": "8.2.1" } },
  );

const named = (harness: LedgerHarness, ids: readonly string[]) =>
  reread(harness.storage, "product", ids, harness.now);

it("is asked for again, shown when it fails twice, and keeps no neighbour waiting", () =>
  withLedger(async (harness) => {
    const { prestashop8 } = harness.world;
    const { white, problems } = harness;
    observed(harness, white, 10, 1000);
    link(harness, white);
    // A module of somebody else fails for this product, and so for every page that holds it.
    harness.requests.answer = (request) =>
      /\/api\/products\?.*display=/.test(request) && /[[|]7[\]|]/.test(request)
        ? failed()
        : undefined;
    prestashop8.setPriceSilently(white.productId, "33");
    const before = priceOf(harness, white);
    named(harness, ["7", white.productId]);
    await live(harness, MINUTE_MS);
    expect(priceOf(harness, white)).not.toBe(before);
    expect([...problems.keys()]).toEqual([]);
    await live(harness, 6 * MINUTE_MS);
    expect(problems.get("unreadable")).toMatchObject({
      code: "product.unreadable",
      facts: { id: "7", code: "prestashop.php_warning" },
    });
    // Another event does not wait until it is asked for again.
    prestashop8.setPriceSilently(white.productId, "44");
    const shown = priceOf(harness, white);
    named(harness, [white.productId]);
    await live(harness, MINUTE_MS);
    expect(priceOf(harness, white)).not.toBe(shown);
    harness.requests.answer = () => undefined;
    await live(harness, 6 * MINUTE_MS);
    expect([...problems.keys()]).toEqual([]);
    expect(harness.storage.notes.listRereads("product", 10).ids).toEqual([]);
  }));
