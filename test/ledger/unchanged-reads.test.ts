import { describe, expect, it } from "vitest";
import { openLedgerStorage } from "../../src/ledger/storage";
import { importedOrders, observed, place, webhook } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed, sendAll } from "../support/offer-writes";

/** The state of the store's paid orders. */
const PAID = "11";

/** All that the ledger stores, to compare. */
function stored({ sqlite }: Pick<LedgerHarness, "sqlite">): string {
  const tables = sqlite.sql
    .exec<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .toArray();
  const rows = tables.map(({ name }) => sqlite.sql.exec(`SELECT * FROM "${name}"`).toArray());
  return JSON.stringify(rows);
}

async function pulled(): Promise<LedgerHarness> {
  const harness = await openLedger();
  for (const variant of [harness.white, harness.black]) listed(harness, variant);
  harness.now += 60_000;
  return harness;
}

type View = Pick<LedgerHarness, "storage" | "white">;

const view = ({ storage, white }: View) => storage.publisher.view(white);
const seen = ({ storage, white }: View, quantity: number, at: number) => {
  const { productId, variantId } = white;
  storage.publisher.observe([{ productId, variantId, quantity }], at);
};

describe("a read of the store that finds everything as known", () => {
  it("writes nothing", async () => {
    const harness = await pulled();
    await sendAll(harness);
    const before = stored(harness);
    for (const variant of [harness.white, harness.black]) counted(harness, variant, 10, 1000);
    expect(stored(harness)).toBe(before);
    expect(await sendAll(harness)).toEqual([]);
  });

  it("still beats an older read that comes late with another number", async () => {
    const harness = await pulled();
    const early = harness.now;
    harness.now += 500;
    seen(harness, 10, early + 400);
    seen(harness, 99, early + 100);
    expect(view(harness).physical).toBe(10);
    expect(harness.storage.notes.listRereads("stock", 9).ids).toEqual(["9"]);
    // The third read decides.
    seen(harness, 99, early + 600);
    expect(view(harness).physical).toBe(99);
  });

  it("is not forgotten with the object: a read that began before it has no last word", async () => {
    const harness = await pulled();
    const early = harness.now;
    counted(harness, harness.white, 10);
    harness.now += 1_000;
    const storage = openLedgerStorage(harness.sqlite, () => harness.now);
    const late = { ...harness, storage };
    observed({ ...late, now: early - 1 }, harness.white, 99, 1000);
    expect(view(late).physical).toBe(10);
    expect(late.storage.notes.listRereads("product", 9).ids).toEqual(["9"]);
    harness.now += 1;
    seen(late, 99, harness.now);
    expect(view(late).physical).toBe(99);
  });

  it("ends a reservation although the count is the same, with a single write", async () => {
    const harness = await pulled();
    const { prestashop8 } = harness.world;
    const before: unknown[] = [];
    harness.requests.disturb = ({ when }) => {
      if (when !== "answered" || importedOrders(harness)[0]?.state !== PAID) return;
      harness.requests.disturb = () => {};
      // Restocked by one while the order took one.
      prestashop8.setStockSilently("9", harness.white.variantId, 10);
      seen(harness, 10, harness.now);
      before.push(view(harness));
      harness.now += 1_000;
    };
    const orderId = place(harness);
    webhook(harness, orderId);
    await sendAll(harness);
    expect(before).toMatchObject([{ physical: 10, reserved: 1 }]);
    expect(view(harness)).toMatchObject({ physical: 10, reserved: 0, sellable: 10 });
    const rows = stored(harness);
    seen(harness, 10, harness.now);
    expect(stored(harness)).toBe(rows);
  });
});
