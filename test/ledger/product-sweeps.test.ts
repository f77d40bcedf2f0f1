/** What changes in the store without any event reaches Weft all the same, with its module and without. */
import { beforeEach, describe, expect, it } from "vitest";
import { productPrice } from "../../simulator/prestashop/prices/product-price";
import { localTime } from "../../simulator/prestashop/store";
import { AS_VISITORS } from "../../src/domain/connections/reading-choice";
import type { Transport } from "../../src/domain/connections/source-store";
import { installModule, link, observed, priceOf } from "../support/ledger-acts";
import { live } from "../support/live";
import { LONG_TEST_MS, openLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;
/** The longest wait that is promised, by what tells of changes. */
const WITHIN_MS = { module: 2 * MINUTE_MS, webservice: 10 * MINUTE_MS };
const EDGE_MS = MINUTE_MS;

/** A connection that has swept its store some times, with both variants on sale. */
async function watched(transport: Transport): Promise<LedgerHarness> {
  const harness = await openLedger();
  if (transport === "module") await installModule(harness);
  harness.connection.productScanMs = MINUTE_MS;
  for (const variant of [harness.white, harness.black]) {
    observed(harness, variant, 10, 1000);
    link(harness, variant);
  }
  harness.storage.outbox.schedule("scan-products", "scan-products", harness.now);
  harness.storage.outbox.schedule("walk-products", "walk-products", harness.now);
  await live(harness, 10 * MINUTE_MS);
  harness.requests.sent.length = 0;
  return harness;
}

const store = ({ world }: LedgerHarness) => world.prestashop8;

/** What the store asks for the white variant now. */
const priceNow = (harness: LedgerHarness): number =>
  Math.round(
    100 *
      productPrice(store(harness).store, {
        productId: harness.white.productId,
        combinationId: harness.white.variantId,
        withTax: true,
        withReduction: true,
        digits: 2,
        groupId: "1",
        withGroupShare: false,
      }),
  );

const shown = (harness: LedgerHarness): number => priceOf(harness, harness.white);

/** As an ERP writes it: no hook fires. */
function discount(
  harness: LedgerHarness,
  fromMs: number,
  toMs: number,
  productId = "9",
  groupId = "0",
): void {
  const { tables } = store(harness).store;
  const at = (ms: number) => localTime(store(harness).store, harness.now + ms);
  tables.insert("specific_prices", {
    id_product: productId,
    id_cart: "0",
    id_group: groupId,
    price: "-1",
    from_quantity: "1",
    reduction: "0.5",
    reduction_type: "percentage",
    reduction_tax: "1",
    from: at(fromMs),
    to: at(toMs),
  });
}

const CHANGES: Record<string, (harness: LedgerHarness) => void> = {
  "a price written with SQL": (harness) => store(harness).setPriceSilently("9", "33"),
  "an impact of a variant": (harness) => store(harness).edit("combinations", "22", { price: "4" }),
  "a discount of the visitors' group": (harness) =>
    discount(harness, -1, 365 * 24 * 60 * MINUTE_MS, "9", "1"),
  "a tax rate": (harness) => {
    for (const { id } of store(harness).rows("taxes"))
      store(harness).edit("taxes", id, { rate: "7" });
  },
  "a discount without dates": (harness) => discount(harness, -1, 365 * 24 * 60 * MINUTE_MS),
};

for (const transport of ["module", "webservice"] as const)
  describe(`a store watched by ${transport}`, { timeout: LONG_TEST_MS }, () => {
    let harness: LedgerHarness;
    beforeEach(async () => {
      harness = await watched(transport);
      expect(shown(harness)).toBe(priceNow(harness));
    });

    it.each(Object.keys(CHANGES))("shows the price of now soon after %s changed", async (name) => {
      const before = shown(harness);
      CHANGES[name]?.(harness);
      expect(priceNow(harness)).not.toBe(before);
      await live(harness, WITHIN_MS[transport]);
      expect(shown(harness)).toBe(priceNow(harness));
    });

    it("shows the right price within a minute of the begin and the end of a discount", async () => {
      const full = shown(harness);
      discount(harness, 3 * MINUTE_MS + 20_000, 9 * MINUTE_MS + 40_000);
      await live(harness, 3 * MINUTE_MS);
      expect(shown(harness)).toBe(full);
      await live(harness, MINUTE_MS + EDGE_MS);
      expect(priceNow(harness)).toBeLessThan(full);
      expect(shown(harness)).toBe(priceNow(harness));
      await live(harness, 5 * MINUTE_MS + EDGE_MS);
      expect([priceNow(harness), shown(harness)]).toEqual([full, full]);
    });

    it("learns of new, changed and deleted products, whoever told nobody", async () => {
      const { tables } = store(harness).store;
      const model = tables.get("products", "6");
      const made = tables.insert("products", { ...model?.values, reference: "NEW" });
      store(harness).edit("products", "7", { active: "0" });
      tables.remove("products", "8");
      await live(harness, WITHIN_MS[transport] + MINUTE_MS);
      expect(harness.catalogue.get(made.id)).toMatchObject({ skus: "NEW" });
      expect(harness.catalogue.get("7")?.isActive).toBe(false);
      expect(harness.catalogue.get("8")?.isDeleted).toBe(true);
    });

    it("costs no row and no write while nothing changes", async () => {
      const writes = () =>
        [...harness.catalogue.values()].reduce((sum, { writes: of }) => sum + of, 0);
      const before = writes();
      await live(harness, 60 * MINUTE_MS);
      expect(writes()).toBe(before);
      const sent = harness.requests.sent.filter((request) => request.startsWith("POST /product"));
      expect(sent).toEqual([]);
    });
  });

describe("a currency that the merchant changes", () => {
  it.each(["module", "webservice"] as const)(
    "is believed before a price is read by it, and none is sent in it: %s",
    async (transport) => {
      const harness = await watched(transport);
      const { tables } = store(harness).store;
      const [own] = tables.all("currencies");
      const euro = tables.insert("currencies", { ...own?.values, iso_code: "EUR" });
      const before = shown(harness);
      store(harness).setSetting("PS_CURRENCY_DEFAULT", euro.id);
      store(harness).setPriceSilently("9", "99");
      await live(harness, WITHIN_MS[transport]);
      expect(harness.facts.currency).toBe("EUR");
      expect(shown(harness)).toBe(before);
      expect([...harness.problems]).toMatchObject([
        ["currency", { code: "listing.currency_differs" }],
      ]);
      store(harness).setSetting("PS_CURRENCY_DEFAULT", own?.id ?? "");
      await live(harness, WITHIN_MS[transport] + 2 * MINUTE_MS);
      expect(harness.problems.size).toBe(0);
      expect(shown(harness)).toBe(priceNow(harness));
    },
  );
});

describe("a change of for whom products are read", () => {
  it("reads all of them again and sends what moved, at once", async () => {
    const harness = await watched("webservice");
    const before = shown(harness);
    discount(harness, -1, 365 * 24 * 60 * MINUTE_MS, "9", "3");
    await live(harness, 12 * MINUTE_MS);
    expect(shown(harness)).toBe(before);
    harness.connection.reading = { ...AS_VISITORS, groupId: "3" };
    await harness.ledger.rereadProducts();
    await live(harness, MINUTE_MS);
    expect(shown(harness)).toBe(Math.round(before / 2));
  });

  it("sends no price of another currency than the market's", async () => {
    const harness = await watched("webservice");
    const before = shown(harness);
    store(harness).store.tables.insert("currencies", {
      iso_code: "CHF",
      conversion_rate: "2.000000",
      active: "1",
      deleted: "0",
    });
    harness.connection.reading = { ...AS_VISITORS, currency: "CHF" };
    await harness.ledger.rereadProducts();
    await live(harness, 15 * MINUTE_MS);
    expect(shown(harness)).toBe(before);
    const codes = [...harness.problems.values()].map(({ code }) => code);
    expect(codes).toEqual(["listing.currency_differs"]);
    harness.connection.reading = AS_VISITORS;
    await harness.ledger.rereadProducts();
    await live(harness, 15 * MINUTE_MS);
    expect(shown(harness)).toBe(before);
    expect(harness.problems.size).toBe(0);
  });
});
